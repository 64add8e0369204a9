package org.passerelle.linkage.internal.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** Work on a range of numbers, in slices that several threads take in turn. */
public final class Slices {
  /** Small, so that what is done is known often enough to say what is left. */
  private static final int SLICE = 1024;

  /** What is not worth a second thread. */
  private static final int FEW = 8192;

  private Slices() {}

  /** Done for each slice, from the first number up to but not including the last. */
  @FunctionalInterface
  public interface Work {
    void slice(int from, int to);
  }

  /**
   * Runs to the end, or until the calling thread is interrupted.
   *
   * @param worker makes what one thread works with
   * @throws CancellationException if it is interrupted
   */
  public static void run(int size, int threads, Supplier<Work> worker, DoubleConsumer share) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    int slices = (size + SLICE - 1) / SLICE;
    if (size <= FEW) {
      worker.get().slice(0, size);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        tasks.add(
            pool.submit(
                () -> {
                  Work work = worker.get();
                  for (int s = next.getAndIncrement();
                      s < slices && !Thread.currentThread().isInterrupted();
                      s = next.getAndIncrement()) {
                    work.slice(s * SLICE, (int) Math.min(size, (s + 1L) * SLICE));
                    done.incrementAndGet();
                  }
                }));
      }
      for (Future<?> task : tasks) {
        while (!task.isDone()) {
          Thread.sleep(10);
          share.accept(done.get() / (double) slices);
        }
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The linkage was cancelled.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("The linkage failed.", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Ends what runs if the thread was interrupted. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The linkage was cancelled.");
    }
  }
}
