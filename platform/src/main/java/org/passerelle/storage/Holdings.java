package org.passerelle.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one room holds of persons. Every room that has tables declares one as a bean: it answers for
 * each of its tables, and all of them are asked by an erasure, by a person's request for access
 * (GDPR, article 15) and by the search for leaks. A table that no room answers for fails a test,
 * and so does one that holds something of a person and has no words for them.
 */
public interface Holdings {

  /** The room's tables. */
  List<Table> tables();

  /** Tables of several kinds, one after the other. */
  @SafeVarargs
  static List<Table> joined(List<Table>... parts) {
    List<Table> all = new ArrayList<>();
    for (List<Table> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /** Its name, as in {@code held.room.NAME} of the language files. */
  default String room() {
    String place = getClass().getPackageName().replaceFirst("\\.internal$", "");
    return place.substring(place.lastIndexOf('.') + 1);
  }

  /** Removes what the room holds of whom is erased, in the transaction of the erasure. */
  default void erase(Erased erased) {}

  /** Moves what the room holds of a person to another organisation, in the move's transaction. */
  default void move(Moved moved) {}

  /** Place among the rooms: rows that others refer to go after those. */
  default int order() {
    return 50;
  }

  /**
   * A room's answer for a table.
   *
   * @param what it holds of a person, or why it holds nothing, or why identifiers remain
   * @param by columns by which a row is about somebody; none where foreign keys alone lead to it. A
   *     column by which somebody stands in the file of another person is not among them: it would
   *     tell that the file is there
   */
  record Table(String name, Kind kind, String what, List<String> by) {
    public Table {
      by = List.copyOf(by);
    }

    /** Its rows go with the person. */
    public static Table erased(String name, String what) {
      return new Table(name, Kind.ERASED, what, List.of());
    }

    /** It holds nothing of a person who is followed. */
    public static Table nothing(String name, String why) {
      return new Table(name, Kind.NOTHING, why, List.of());
    }

    /** Identifiers and codes stay in it on purpose; nothing that tells who it was. */
    public static Table remains(String name, String why) {
      return new Table(name, Kind.REMAINS, why, List.of());
    }

    /** Several tables of which the same is to be said. */
    public static List<Table> each(Kind kind, String what, String... names) {
      return Stream.of(names).map(name -> new Table(name, kind, what, List.of())).toList();
    }

    /** The same, found by these columns. */
    public Table by(String... columns) {
      return new Table(name, kind, what, List.of(columns));
    }

    /** Whether rows of it are about persons. */
    public boolean holds() {
      return kind != Kind.NOTHING;
    }
  }

  /** What becomes of a table's rows. */
  enum Kind {
    ERASED,
    NOTHING,
    REMAINS
  }
}
