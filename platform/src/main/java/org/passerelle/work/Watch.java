package org.passerelle.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stands beside an engine that computes: tells how far it is, and interrupts it when the user
 * cancels. The computing thread itself never touches the database, since a database file that is
 * read by an interrupted thread is closed. For one piece of work.
 */
public final class Watch {
  private static final int HUNDREDTHS = 100;
  private static final long EVERY_MS = 250;
  private final Progress progress;
  private volatile int reached;
  private int told;

  /** Beside one piece of work. */
  public Watch(Progress progress) {
    this.progress = progress;
    progress.expect(HUNDREDTHS);
  }

  /** So much of the whole is done, in hundredths; told by the computing thread. */
  public void at(double hundredths) {
    reached = (int) Math.min(HUNDREDTHS - 1, hundredths);
  }

  /**
   * Lets the calling thread compute, without the database: it is interrupted when it shall stop.
   *
   * @throws Cancelled if the user wanted it to stop
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

  /** Waits for the watch to end; what it interrupted late must not reach what comes next. */
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
