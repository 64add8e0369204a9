package org.passerelle.work;

import java.io.OutputStream;
import java.util.UUID;

/** Progress reports of running work. For the thread that runs it. */
public interface Progress {
  /** Identifier of the work. */
  UUID work();

  /**
   * Sets the total.
   *
   * @param units of any kind, the same as in {@link #done}; 0 if unknown
   */
  void expect(long units);

  /**
   * Reports progress. Cheap: may be called for every row.
   *
   * @throws Cancelled if the user cancelled the work
   */
  void done(long units);

  /**
   * Checks for cancellation, in a long step without units.
   *
   * @throws Cancelled if the user cancelled the work
   */
  void check();

  /**
   * Sets a figure of the result; figures are shown in the order of their first mention, with the
   * last value.
   */
  void figure(String name, long value);

  /**
   * Sets the page of the result.
   *
   * @param path path of a page, without query
   */
  void leadTo(String path);

  /**
   * Creates a result file, sealed while it is written; complete once it is closed.
   *
   * @param name file name for download, such as {@code report.csv}; no personal data
   */
  OutputStream file(String name, String mediaType);
}
