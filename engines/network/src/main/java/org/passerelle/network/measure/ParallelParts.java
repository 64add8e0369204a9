package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs parts of a computation on all cores and returns their results in order. */
final class ParallelParts {
  private ParallelParts() {}

  static <T, R> List<R> all(List<T> parts, Function<T, R> work) {
    int threads = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
    if (threads <= 1) {
      return parts.stream().map(work).toList();
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "network");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> part : pool.invokeAll(parts.stream().map(p -> task(work, p)).toList())) {
        results.add(part.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("The computation was cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T, R> java.util.concurrent.Callable<R> task(Function<T, R> work, T part) {
    return () -> work.apply(part);
  }
}
