package org.passerelle.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many hands at one moment. */
public final class AtOnce {
  private AtOnce() {}

  /** Does it all at one moment; what each came to, in their order. */
  public static <T> List<T> all(List<Callable<T>> work) throws Exception {
    return all(work.size(), work);
  }

  /** The same by so many hands. */
  public static <T> List<T> all(int hands, List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(hands);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(work)) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
