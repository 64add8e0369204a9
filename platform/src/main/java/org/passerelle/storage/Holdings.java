package org.passerelle.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Declares what personal data a module holds. Every module with tables declares one bean of this
 * type, covering each of its tables. An erasure, a person's request for access (GDPR, article 15)
 * and the search for leaks consult all of them. A test fails for a table that no module declares,
 * and for one that holds personal data but has no description in the language files.
 */
public interface Holdings {

  /** The module's tables. */
  List<Table> tables();

  /** Joins several lists of tables into one. */
  @SafeVarargs
  static List<Table> joined(List<Table>... parts) {
    List<Table> all = new ArrayList<>();
    for (List<Table> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /** The module's name, as in {@code held.room.NAME} of the language files. */
  default String room() {
    String place = getClass().getPackageName().replaceFirst("\\.internal$", "");
    return place.substring(place.lastIndexOf('.') + 1);
  }

  /** Removes what the module holds of the erased persons, within the erasure's transaction. */
  default void erase(Erased erased) {}

  /** Moves what the room holds of a person to another organisation, in the move's transaction. */
  default void move(Moved moved) {}

  /** Place among the rooms: rows that others refer to go after those. */
  default int order() {
    return 50;
  }

  /**
   * A module's declaration for one table.
   *
   * @param what what the table holds of a person, why it holds nothing, or why identifiers remain
   * @param by columns by which a row is about a person; empty if only foreign keys lead to it. A
   *     column that names somebody in another person's file is left out: it would reveal that the
   *     file exists
   */
  record Table(String name, Kind kind, String what, List<String> by) {
    public Table {
      by = List.copyOf(by);
    }

    /** A table whose rows are deleted with the person. */
    public static Table erased(String name, String what) {
      return new Table(name, Kind.ERASED, what, List.of());
    }

    /** A table that holds nothing about a person followed in a case. */
    public static Table nothing(String name, String why) {
      return new Table(name, Kind.NOTHING, why, List.of());
    }

    /**
     * A table that keeps identifiers and codes on purpose, but nothing that reveals who the person
     * was.
     */
    public static Table remains(String name, String why) {
      return new Table(name, Kind.REMAINS, why, List.of());
    }

    /** Several tables with the same declaration. */
    public static List<Table> each(Kind kind, String what, String... names) {
      return Stream.of(names).map(name -> new Table(name, kind, what, List.of())).toList();
    }

    /** The same declaration, with the columns by which rows are found. */
    public Table by(String... columns) {
      return new Table(name, kind, what, List.of(columns));
    }

    /** Whether rows of the table are about persons. */
    public boolean holds() {
      return kind != Kind.NOTHING;
    }
  }

  /** What happens to a table's rows when a person is erased. */
  enum Kind {
    ERASED,
    NOTHING,
    REMAINS
  }
}
