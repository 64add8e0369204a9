package org.passerelle.linkage.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.AccumulatorV2;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The most records that a process held at once, in all its tasks; Spark shows it by task as {@value
 * #NAME}. A copy of a record counts as another one.
 */
final class Held extends AccumulatorV2<Long, Long> {
  static final String NAME = "records held at once";
  private static final long serialVersionUID = 1;

  /** In this process. */
  private static final AtomicLong NOW = new AtomicLong();

  private long most;

  static Held in(JavaSparkContext context) {
    Held held = new Held();
    context.sc().register(held, NAME);
    return held;
  }

  /** What a task holds in its hand. Not for several threads. */
  final class Hand {
    private long records;

    /** From now on so many, until told otherwise or until the task ends. */
    void holds(long now) {
      add(NOW.addAndGet(now - records));
      records = now;
    }
  }

  /** The empty hand of the task that runs in this thread. */
  Hand hand() {
    Hand hand = new Hand();
    TaskCompletionListener end = task -> hand.holds(0);
    TaskContext.get().addTaskCompletionListener(end);
    return hand;
  }

  @Override
  public boolean isZero() {
    return most == 0;
  }

  @Override
  public Held copy() {
    Held copy = new Held();
    copy.most = most;
    return copy;
  }

  @Override
  public void reset() {
    most = 0;
  }

  @Override
  public void add(Long now) {
    most = Math.max(most, now);
  }

  @Override
  public void merge(AccumulatorV2<Long, Long> other) {
    most = Math.max(most, other.value());
  }

  @Override
  public Long value() {
    return most;
  }
}
