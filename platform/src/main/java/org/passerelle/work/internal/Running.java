package org.passerelle.work.internal;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.passerelle.work.Cancelled;
import org.passerelle.work.PageLoad;
import org.passerelle.work.Progress;
import org.passerelle.work.Work;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that waits or runs in this process: written by its thread, read by the pages. */
final class Running implements Progress {
  private static final Duration KEPT_EVERY = Duration.ofSeconds(2);

  /** Nanoseconds of work before it looks whether it has to rest. */
  private static final long LOOKED_EVERY = 5_000_000;

  private final UUID id;
  private final WorkRows rows;
  private final SealedPieces pieces;
  private final Clock clock;
  private final PageLoad load;
  final Map<String, Long> figures = Collections.synchronizedMap(new LinkedHashMap<>());
  volatile long done;
  volatile long expected;
  volatile String leadsTo = "";
  private volatile boolean cancelled;
  private Instant kept;
  private long rested = System.nanoTime();

  Running(UUID id, WorkRows rows, SealedPieces pieces, Clock clock, PageLoad load) {
    this.id = id;
    this.rows = rows;
    this.pieces = pieces;
    this.clock = clock;
    this.load = load;
    this.kept = clock.instant();
  }

  void cancel() {
    cancelled = true;
  }

  boolean cancelAsked() {
    return cancelled;
  }

  @Override
  public UUID work() {
    return id;
  }

  @Override
  public void expect(long units) {
    expected = units;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  public void done(long units) {
    done += units;
    Instant now = clock.instant();
    if (Duration.between(kept, now).compareTo(KEPT_EVERY) > 0) {
      kept = now;
      rows.reached(id, done, expected);
    }
    giveWay();
    check();
  }

  /** Rests while people wait for pages; never in a transaction, whose locks they would wait for. */
  private void giveWay() {
    long worked = System.nanoTime() - rested;
    if (worked < LOOKED_EVERY || TransactionSynchronizationManager.isActualTransactionActive()) {
      return;
    }
    long rest = load.rest(worked);
    if (rest > 0) {
      LockSupport.parkNanos(rest);
    }
    rested = System.nanoTime();
  }

  @Override
  public void check() {
    if (cancelled) {
      throw new Cancelled();
    }
  }

  @Override
  public void figure(String name, long value) {
    figures.put(name, value);
  }

  @Override
  public void leadTo(String path) {
    leadsTo = path;
  }

  @Override
  public OutputStream file(String name, String mediaType) {
    return pieces.write(id, name, mediaType, false);
  }

  /** The stored row with this process's more recent values. */
  Work over(Work stored) {
    Map<String, Long> now;
    synchronized (figures) {
      now = new LinkedHashMap<>(figures);
    }
    return new Work(
        stored.id(),
        stored.user(),
        stored.organisation(),
        stored.kind(),
        stored.back(),
        stored.state(),
        done,
        expected,
        now,
        stored.problem(),
        stored.problemArguments(),
        leadsTo,
        stored.askedAt(),
        stored.startedAt(),
        stored.endedAt(),
        stored.expiresAt(),
        cancelled);
  }
}
