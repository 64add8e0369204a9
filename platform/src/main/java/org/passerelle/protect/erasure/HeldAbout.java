package org.passerelle.protect.erasure;

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
 * What every room holds of a person in the organisation: right of access (GDPR, article 15). It
 * says what kind of entries there are, how many, since when, what for and for how long; no content,
 * no other person, no place.
 */
@Component
public class HeldAbout {
  private final ErasedFiles files;
  private final RowsAbout rows;
  private final Retention retention;

  HeldAbout(ErasedFiles files, RowsAbout rows, Retention retention) {
    this.files = files;
    this.rows = rows;
    this.retention = retention;
  }

  /**
   * A room's answer.
   *
   * @param name as in {@code held.room.NAME} of the language files
   * @param months for which cases, screenings and dossiers are kept, in this order
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
   * @param table as in {@code held.TABLE} of the language files
   * @param since the oldest, or null where they carry no moment
   */
  public record Line(String table, int entries, @Nullable Instant since) {}

  /** Room by room; whoever asks has shown that they may. */
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
