package org.passerelle.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in which nothing has begun or ended for so long that something hangs: it names the
 * test, prints what every thread does, and ends the process.
 */
final class Watch {
  /** Before the name of a test that has ended, while nothing else has begun. */
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

  /** Of a class; returns how many threads died of an exception while it ran. */
  int ends() {
    current = null;
    return deaths.getAndSet(0);
  }

  /** A thread died of what nobody caught: the test at hand fails, whatever its own thread says. */
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

  /** Ends the run now: its own thread broke off, so that nothing would begin any more. */
  void broke(Throwable cause) {
    String name = current;
    if (name != null) {
      end(name, "the run broke off in it: " + cause);
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
    // what tests registered for the end (databases, servers) gets half a minute
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
