package org.passerelle.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Monitors an engine's computation: reports its progress, and interrupts it when the user cancels.
 * The computing thread itself never uses the database, since interrupting a thread that reads the
 * database file closes the file. For one work.
 */
public final class Watch {
  private static final int HUNDREDTHS = 100;
  private static final long EVERY_MS = 250;
  private final Progress progress;
  private volatile int reached;
  private int told;

  /** For one work. */
  public Watch(Progress progress) {
    this.progress = progress;
    progress.expect(HUNDREDTHS);
  }

  /** Reports the progress in percent; called by the computing thread. */
  public void at(double hundredths) {
    reached = (int) Math.min(HUNDREDTHS - 1, hundredths);
  }

  /**
   * Runs a computation on the calling thread, without database access; it is interrupted on
   * cancellation.
   *
   * @throws Cancelled if the user cancelled the work
   */
  public <T> T over(Supplier<T> computation) {
    Thread computing = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    Thread beside = new Thread(() -> watch(computing, over), "work-watch");
    beside.setDaemon(true);
    beside.start();
    try {
      return computation.get();
    } catch (CancellationException interrupted) {
      progress.check();
      throw interrupted;
    } finally {
      over.countDown();
      end(beside);
    }
  }

  private void watch(Thread computing, CountDownLatch over) {
    try {
      while (!over.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
        tell();
      }
    } catch (Cancelled asked) {
      computing.interrupt();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    int now = reached;
    progress.done(now - told);
    told = now;
  }

  /** Waits for the monitor to end; a late interrupt must not affect the next step. */
  private static void end(Thread beside) {
    boolean ended = false;
    while (!ended) {
      try {
        beside.join();
        ended = true;
      } catch (InterruptedException late) {
        ended = !beside.isAlive();
      }
    }
    Thread.interrupted();
  }
}
