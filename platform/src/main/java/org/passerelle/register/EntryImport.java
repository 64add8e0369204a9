package org.passerelle.register;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table of entries that somebody sent.
 *
 * @param kind id of their kind
 * @param rows number of its rows
 * @param entries identifiers of the entries that were made of it
 * @param by who sent it
 * @param changedAt when it was entered or undone, or null
 */
public record EntryImport(
    UUID id,
    String kind,
    State state,
    int rows,
    List<String> entries,
    UUID by,
    String byName,
    Instant at,
    @Nullable Instant changedAt) {
  public EntryImport {
    entries = List.copyOf(entries);
  }

  /** What became of it. */
  public enum State {
    /** It is checked, and nothing is entered. */
    CHECKED,
    /** Its entries are in the register. */
    ENTERED,
    /** Its entries were taken out again. */
    UNDONE;

    /** Its code in the language files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
