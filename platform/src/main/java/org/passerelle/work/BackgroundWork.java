package org.passerelle.work;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Starts long work and shows it to whoever asked for it, and to nobody else. A piece of work runs
 * on a thread of its own; after a restart of the house it stands as interrupted and is not taken up
 * by itself. Threads may share it.
 *
 * <pre>{@code
 * UUID id = work.start(Order.forADay("export.cases", "/protect/cases"), progress -> {
 *   progress.expect(cases.size());
 *   try (OutputStream out = progress.file("cases.csv", "text/csv")) { … progress.done(1); }
 * }, who);
 * return "/work/" + id;
 * }</pre>
 */
public interface BackgroundWork {

  /** Enters work whose files are still to be handed in. */
  UUID prepare(Order order, SignedIn who);

  /** Takes a file for prepared work, sealed as it is written; whole once it is closed. */
  OutputStream input(UUID work, String name, String mediaType, SignedIn who);

  /**
   * Lets prepared work run, once the transaction around is committed.
   *
   * @throws org.passerelle.pages.Refused if the user has too much running already
   * @throws org.passerelle.pages.NotFound if it is not theirs
   */
  void start(UUID work, Task task, SignedIn who);

  /** Enters and starts work that needs no file. */
  default UUID start(Order order, Task task, SignedIn who) {
    UUID work = prepare(order, who);
    start(work, task, who);
    return work;
  }

  /**
   * How it stands.
   *
   * @throws org.passerelle.pages.NotFound if it is not theirs
   */
  Work find(UUID work, SignedIn who);

  /** The newest of a user. */
  List<Work> newest(SignedIn who, int limit);

  /** Asks it to stop; it does so at its next step. Nothing happens if it has ended. */
  void cancel(UUID work, SignedIn who);

  /** Takes files away at once: what they hold is erased. */
  void end(Collection<UUID> works);

  /** Its files, those handed in first; none once it has expired. */
  List<WorkFile> files(UUID work, SignedIn who);

  /**
   * Opens a file, piece by piece. Whoever gives it out writes the line of the log.
   *
   * @throws org.passerelle.pages.NotFound if it is not theirs, not whole, or expired
   */
  InputStream open(UUID work, UUID file, SignedIn who);
}
