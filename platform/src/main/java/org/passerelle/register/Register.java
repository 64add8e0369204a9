package org.passerelle.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;

/** Stores entries with all their revisions. */
public interface Register {

  /**
   * All entries that are not retired, as of the last committed change, including changes of the
   * current transaction.
   */
  Facts facts();

  /**
   * Stores an entry, new or changed. Translations of changed texts are marked as outdated unless
   * the content says otherwise.
   *
   * @param version revision on which the change is based; 0 for a new entry
   * @param content values by field; absent fields are not stored
   * @param reason reason for the change, or empty
   * @throws org.passerelle.refusal.ChangedMeanwhile if somebody else changed the entry meanwhile
   * @throws org.passerelle.refusal.Refused if the identifier of a new entry is taken
   */
  Entry save(
      SignedIn who, Kind kind, String id, int version, Map<String, Object> content, String reason);

  /**
   * Retires an entry from the lists; its revisions are kept.
   *
   * @throws org.passerelle.refusal.Refused if another entry refers to it, or stored work rests on
   *     it ({@link Mentions#keeps})
   * @throws org.passerelle.refusal.ChangedMeanwhile if somebody else changed it meanwhile
   */
  void retire(SignedIn who, Entry entry, int version, String reason);

  /** The same for several entries as they are now, none of which is retired if one cannot be. */
  void retireAll(SignedIn who, List<Entry> entries, String reason);

  /** Every identifier of a kind that was ever given; those of retired entries are not free. */
  Set<String> taken(Kind kind);

  /** Every revision of an entry, latest first; empty if it never existed. */
  List<Revision> revisions(Kind kind, String id);

  /** The revisions that others made after a moment, latest first. */
  List<Revision> since(Instant moment, SignedIn reader, int most);

  /**
   * A revision.
   *
   * @param entry the entry at that time
   * @param byName its author's name at that time; empty for packaged facts
   */
  record Revision(Entry entry, boolean retired, Instant at, String byName, String reason) {}
}
