package org.passerelle.work;

import java.io.OutputStream;
import java.util.UUID;

/** What a running piece of work tells. For the one thread that runs it. */
public interface Progress {
  /** The work itself. */
  UUID work();

  /**
   * How much there is to do.
   *
   * @param units of any kind, the same as in {@link #done}; 0 if it cannot be known
   */
  void expect(long units);

  /**
   * So much more is done. Cheap: may be called for every row.
   *
   * @throws Cancelled if the user wants it to stop
   */
  void done(long units);

  /**
   * Looks whether the user wants it to stop, where a long step has no units.
   *
   * @throws Cancelled if so
   */
  void check();

  /** A figure of the outcome, shown in the order of the first mention; the last value stands. */
  void figure(String name, long value);

  /**
   * Where the outcome is shown.
   *
   * @param path of a page, without query
   */
  void leadTo(String path);

  /**
   * A file of the outcome, sealed as it is written; whole once it is closed.
   *
   * @param name as it is offered for download, such as {@code report.csv}; no personal data
   */
  OutputStream file(String name, String mediaType);
}
