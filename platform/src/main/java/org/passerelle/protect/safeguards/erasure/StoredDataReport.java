package org.passerelle.protect.safeguards.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.RowsAbout;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every package stores about a person in the organisation, for the right of access (GDPR,
 * article 15): kinds and numbers of entries, their age, purpose and retention; no content, no other
 * person, no place.
 */
@Component
public class StoredDataReport {
  private final ErasedFiles files;
  private final RowsAbout rows;
  private final Retention retention;

  StoredDataReport(ErasedFiles files, RowsAbout rows, Retention retention) {
    this.files = files;
    this.rows = rows;
    this.retention = retention;
  }

  /**
   * Answer of a package.
   *
   * @param name name as in {@code held.room.NAME} of the language files
   * @param months retention in months of cases, screenings and dossiers, in this order
   */
  public record Room(String name, List<Line> lines, List<Integer> months) {
    public Room {
      lines = List.copyOf(lines);
      months = List.copyOf(months);
    }
  }

  /**
   * Entries of one kind.
   *
   * @param table table as in {@code held.TABLE} of the language files
   * @param since oldest entry, or null if they have no time
   */
  public record Line(String table, int entries, @Nullable Instant since) {}

  /** Entries by package; the caller has checked that the user may ask. */
  @Transactional(readOnly = true)
  public List<Room> of(UUID person, SignedIn who) {
    List<Integer> months = List.copyOf(retention.months(who).values());
    Map<String, List<Line>> rooms = new LinkedHashMap<>();
    for (RowsAbout.Held held : rows.of(files.alone(person, who.organisation()))) {
      rooms
          .computeIfAbsent(held.room(), room -> new ArrayList<>())
          .add(new Line(held.table(), held.rows(), held.since()));
    }
    return rooms.entrySet().stream()
        .map(room -> new Room(room.getKey(), room.getValue(), months))
        .toList();
  }
}
