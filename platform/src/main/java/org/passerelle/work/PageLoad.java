package org.passerelle.work;

import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much of the last second the server spent on answering people, and how long background work
 * rests for it. Work that computes without a pause doubled to tripled the time of a page for fifty
 * people (bench/README.md). Safe for concurrent use.
 */
@Component
public class PageLoad {
  private static final double SECOND = 1e9;

  /** Rest in proportion to the share of time; a tenth of a second of answers rests .4 of it. */
  private static final double REST_PER_SHARE = 4;

  /** Work goes on at a third of its speed at least. */
  private static final double MOST_REST = 2;

  /** Longest rest at once, in nanoseconds: a cancellation is noticed after it. */
  private static final double LONGEST = SECOND / 2;

  private final LongSupplier nanos;
  private double busy;
  private long at;

  @Autowired
  PageLoad() {
    this(System::nanoTime);
  }

  PageLoad(LongSupplier nanos) {
    this.nanos = nanos;
    this.at = nanos.getAsLong();
  }

  /**
   * Records an answered request.
   *
   * @param took nanoseconds from its arrival to the end of the answer
   */
  public synchronized void answered(long took) {
    decay();
    busy += took;
  }

  /**
   * Time spent answering as a share of the time passed, faded over a second; 2 is two requests at a
   * time.
   */
  public synchronized double share() {
    decay();
    return busy / SECOND;
  }

  /**
   * How long work rests.
   *
   * @param worked nanoseconds since its last rest
   * @return nanoseconds; 0 if nobody is waiting for a page
   */
  public long rest(long worked) {
    return (long) Math.min(LONGEST, worked * Math.min(MOST_REST, REST_PER_SHARE * share()));
  }

  private void decay() {
    long now = nanos.getAsLong();
    busy *= Math.exp((at - now) / SECOND);
    at = now;
  }
}
