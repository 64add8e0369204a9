package org.passerelle.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that is ended from outside report how far it came: otherwise the process is gone
 * before its own thread notices that it was stopped.
 */
public final class InterruptedReport {
  private static final int SECONDS = 20;
  private static final CountDownLatch SAID = new CountDownLatch(1);
  private final Thread waiting = new Thread(InterruptedReport::await, "interrupted report");

  /** From now on, until {@link #close}, the end of the process waits for the report. */
  public InterruptedReport() {
    Runtime.getRuntime().addShutdownHook(waiting);
  }

  /** The command has ended and reported. */
  public static void said() {
    SAID.countDown();
  }

  private static void await() {
    try {
      if (!SAID.await(SECONDS, TimeUnit.SECONDS)) {
        System.err.println("passerelle: It did not end within " + SECONDS + " seconds.");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process may end without waiting. */
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException ending) {
      // the process is ending already, and waits
    }
  }
}
