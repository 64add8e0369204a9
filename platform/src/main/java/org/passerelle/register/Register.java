package org.passerelle.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.access.SignedIn;

/** Keeps the entries and every revision of them. */
public interface Register {

  /**
   * All entries that are not retired, as they stand after the last change that was committed, and
   * with what the present transaction changed.
   */
  Facts facts();

  /**
   * Stores an entry, new or changed. Texts in other languages than those that changed are marked as
   * stale unless the content says otherwise.
   *
   * @param version revision that the change was made on; 0 for a new entry
   * @param content by the fields of the kind; nothing is stored for a field that is absent
   * @param reason why, or empty
   * @throws org.passerelle.pages.ChangedMeanwhile if somebody else changed the entry meanwhile
   * @throws org.passerelle.pages.Refused if the name of a new entry is taken
   */
  Entry save(
      SignedIn who, Kind kind, String id, int version, Map<String, Object> content, String reason);

  /**
   * Takes an entry out of the lists; its revisions stay.
   *
   * @throws org.passerelle.pages.Refused if another entry names it
   * @throws org.passerelle.pages.ChangedMeanwhile if somebody else changed it meanwhile
   */
  void retire(SignedIn who, Entry entry, int version, String reason);

  /** Every revision of an entry, latest first; none if there never was one. */
  List<Revision> revisions(Kind kind, String id);

  /**
   * One of them.
   *
   * @param entry as it stood then
   * @param byName who made it, as colleagues saw the name then; empty for what came with the
   *     product
   */
  record Revision(Entry entry, boolean retired, Instant at, String byName, String reason) {}
}
