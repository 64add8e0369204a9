package org.passerelle.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in which no test has begun or ended for too long: it names the test, prints the stacks
 * of all threads, and ends the process.
 */
final class Watch {
  /** Prefix for the name of a finished test while no other has begun. */
  static final String AFTER = "after ";

  private final Duration patience;
  private final Results results;
  private volatile @Nullable String current;
  private volatile String at = "";
  private volatile long since;
  private final AtomicInteger deaths = new AtomicInteger();

  Watch(Duration patience, Results results) {
    this.patience = patience;
    this.results = results;
  }

  void start() {
    Thread thread = new Thread(this::look, "watch over hanging tests");
    thread.setDaemon(true);
    thread.start();
  }

  void begins(String name) {
    at(name);
    current = name;
  }

  void at(String test) {
    at = test;
    since = System.nanoTime();
  }

  /** Ends a class; returns the number of threads that died of an exception while it ran. */
  int ends() {
    current = null;
    return deaths.getAndSet(0);
  }

  /**
   * A thread died of an uncaught exception: the running test fails, whatever its own thread
   * reports.
   */
  void died(Thread thread, Throwable cause) {
    String test = at.startsWith(AFTER) ? at.substring(AFTER.length()) : at;
    deaths.incrementAndGet();
    results.failed(test, "its thread \"" + thread.getName() + "\" died of " + cause);
    cause.printStackTrace(System.out);
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(1000);
        String name = current;
        if (name != null && System.nanoTime() - since > patience.toNanos()) {
          end(name);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(String name) {
    end(name, "hung: nothing happened for " + patience.toSeconds() + " s; ended");
  }

  /** Ends the run now: its own thread failed, so that nothing more would run. */
  void broke(Throwable cause) {
    String name = current;
    if (name != null) {
      end(name, "the run was aborted in it: " + cause);
    }
  }

  private void end(String name, String message) {
    results.failed(at.startsWith(AFTER) ? at.substring(AFTER.length()) : at, message);
    results.ended(name, (System.nanoTime() - since) / 1e9, 0, 1, 0);
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      System.out.println(thread.getKey());
      for (StackTraceElement line : thread.getValue()) {
        System.out.println("    at " + line);
      }
    }
    System.out.flush();
    // shutdown hooks of tests (databases, servers) get half a minute
    Thread exit = new Thread(() -> System.exit(RunClasses.HUNG), "end after a hanging test");
    exit.setDaemon(true);
    exit.start();
    try {
      exit.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(RunClasses.HUNG);
  }
}
