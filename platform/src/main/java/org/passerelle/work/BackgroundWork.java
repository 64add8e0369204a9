package org.passerelle.work;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Starts long-running work and shows it to its user, and to nobody else. Each work runs on a thread
 * of its own; after a restart of the server it is marked as interrupted and is not resumed. Safe
 * for concurrent use.
 *
 * <pre>{@code
 * UUID id = work.start(Order.forADay("export.cases", "/protect/cases"), progress -> {
 * progress.expect(cases.size());
 * try (OutputStream out = progress.file("cases.csv", "text/csv")) { … progress.done(1); }
 * }, who);
 * return "/work/" + id;
 * }</pre>
 */
public interface BackgroundWork {

  /** Creates work whose input files are still to be uploaded. */
  UUID prepare(Order order, SignedIn who);

  /**
   * Stores an input file for prepared work, sealed while it is written; complete once it is closed.
   */
  OutputStream input(UUID work, String name, String mediaType, SignedIn who);

  /**
   * Starts prepared work, once the surrounding transaction is committed.
   *
   * @throws org.passerelle.refusal.Refused if the user has too much work running already
   * @throws org.passerelle.refusal.NotFound if it belongs to another user
   */
  void start(UUID work, Task task, SignedIn who);

  /** Creates and starts work that needs no input file. */
  default UUID start(Order order, Task task, SignedIn who) {
    UUID work = prepare(order, who);
    start(work, task, who);
    return work;
  }

  /**
   * The state of work.
   *
   * @throws org.passerelle.refusal.NotFound if it belongs to another user
   */
  Work find(UUID work, SignedIn who);

  /** The newest work of a user. */
  List<Work> newest(SignedIn who, int limit);

  /** Requests cancellation, which takes effect at its next step. Does nothing if it has ended. */
  void cancel(UUID work, SignedIn who);

  /** Deletes files at once: their content is erased. */
  void end(Collection<UUID> works);

  /** Its files, input first; empty once it has expired. */
  List<WorkFile> files(UUID work, SignedIn who);

  /**
   * Opens a file, chunk by chunk. The caller writes the audit log entry.
   *
   * @throws org.passerelle.refusal.NotFound if it belongs to another user, is incomplete, or has
   *     expired
   */
  InputStream open(UUID work, UUID file, SignedIn who);
}
