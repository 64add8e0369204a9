package org.passerelle.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * The schedules of a house whose clock a test moves. In earnest they run by the real clock; here
 * they would act on rows of the test at moments that no test chose, so they run when it says:
 * {@link #runAll}.
 */
public final class HeldSchedules implements TaskScheduler {
  private final List<Runnable> held = new CopyOnWriteArrayList<>();

  /** Runs every schedule once, one after the other, in this thread. */
  public void runAll() {
    held.forEach(Runnable::run);
  }

  private ScheduledFuture<?> hold(Runnable task) {
    held.add(task);
    return new Never();
  }

  @Override
  public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
    return hold(task);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
    return hold(task);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
    return hold(task);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
    return hold(task);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
    return hold(task);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
    return hold(task);
  }

  /** What was never set going has nothing to cancel. */
  private static final class Never implements ScheduledFuture<Object> {
    @Override
    public long getDelay(TimeUnit unit) {
      return Long.MAX_VALUE;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return true;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public @Nullable Object get() {
      return null;
    }

    @Override
    public @Nullable Object get(long timeout, TimeUnit unit) {
      return null;
    }
  }
}
