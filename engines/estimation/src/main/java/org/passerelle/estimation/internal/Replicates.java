package org.passerelle.estimation.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs numbered tasks on all cores. Each thread has its own workspace, and each task depends only
 * on its number, so the result is the same for any number of threads. Interrupting the caller
 * cancels the work.
 */
public final class Replicates {
  /** A task in the workspace of a thread. */
  public interface Piece {
    void run(int number);
  }

  private Replicates() {}

  /** Runs tasks 0 to {@code pieces − 1}. */
  public static void run(int pieces, int threads, Supplier<Piece> workspaces) {
    int workers = Math.max(1, Math.min(threads, pieces));
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            Piece piece = workspaces.get();
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
              if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The estimation was interrupted.");
              }
              piece.run(i);
            }
          } catch (RuntimeException | Error e) {
            next.set(pieces);
            failure.compareAndSet(null, e);
          }
        };
    Thread[] others = new Thread[workers - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(work, "estimation-" + (i + 1));
      others[i].setDaemon(true);
      others[i].start();
    }
    work.run();
    join(others);
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void join(Thread[] others) {
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException e) {
          interrupted = true;
          for (Thread each : others) {
            each.interrupt();
          }
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
