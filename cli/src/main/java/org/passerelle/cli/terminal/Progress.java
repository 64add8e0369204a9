package org.passerelle.cli.terminal;

import java.io.PrintWriter;
import org.passerelle.demo.Filling;

/** Progress of a long command, on one line of a console; silent otherwise. */
public final class Progress {
  private static final long PAUSE = 300_000_000;
  private final PrintWriter out;
  private final boolean shown = Terminal.here().isPresent();
  private long last;

  public Progress(PrintWriter out) {
    this.out = out;
  }

  /** Reports the number of rows done. */
  public void rows(String table, long rows) {
    long now = System.nanoTime();
    if (shown && now - last > PAUSE) {
      last = now;
      out.printf("\r%,d rows (%s)          ", rows, table);
      out.flush();
    }
  }

  /** Reports the number of people created. */
  public void filled(Filling.Progress filled) {
    if (shown) {
      out.printf(
          "\rFilling the demonstration: %d %% (%,d of %,d people)          ",
          filled.percent(), filled.people(), filled.of());
      out.flush();
    }
  }

  /** Clears the line. */
  public void end() {
    if (shown) {
      out.print("\r" + " ".repeat(78) + "\r");
      out.flush();
    }
  }
}
