package org.passerelle.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Progress of a long computation with the remaining time of its step: on one line of a console, or,
 * without a console, as occasional lines for a log.
 */
public final class LongWork {
  private static final long PAUSE = 300_000_000;
  private static final long LOG_PAUSE = 15_000_000_000L;
  private final PrintWriter out;
  private final boolean shown = Terminal.here().isPresent();
  private String step = "";
  private long began = System.nanoTime();
  private long last = System.nanoTime();

  public LongWork(PrintWriter out) {
    this.out = out;
  }

  /** Reports the share of a step that is done, from 0 to 1. */
  public void at(String now, double share) {
    long time = System.nanoTime();
    if (!now.equals(step)) {
      step = now;
      began = time;
    }
    if (time - last > (shown ? PAUSE : LOG_PAUSE)) {
      last = time;
      String line = line(now, share, (time - began) / 1e9);
      out.print(shown ? "\r%-72s".formatted(line) : line + System.lineSeparator());
      out.flush();
    }
  }

  static String line(String step, double share, double seconds) {
    if (share < 0.02 || seconds < 1) {
      return step + " …";
    }
    return String.format(
        Locale.ROOT,
        "%s: %.0f %%, %s left",
        step,
        100 * share,
        left(seconds * (1 - share) / share));
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 90 ? whole + " s" : (whole + 30) / 60 + " min";
  }

  /** Clears the line. */
  public void end() {
    if (shown) {
      out.print("\r%-72s\r".formatted(""));
      out.flush();
    }
  }
}
