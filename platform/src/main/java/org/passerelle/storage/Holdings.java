package org.passerelle.storage;

import java.util.List;

/**
 * What one room holds of persons. Every room that has tables declares one as a bean: it answers for
 * each of its tables, and an erasure asks all of them. A table that no room answers for fails a
 * test.
 */
public interface Holdings {

  /** The room's tables. */
  List<Table> tables();

  /** Removes what the room holds of whom is erased, in the transaction of the erasure. */
  default void erase(Erased erased) {}

  /** Place among the rooms: rows that others refer to go after those. */
  default int order() {
    return 50;
  }

  /**
   * A room's answer for a table.
   *
   * @param what it holds of a person, or why it holds nothing, or why identifiers remain
   */
  record Table(String name, Kind kind, String what) {
    /** Its rows go with the person. */
    public static Table erased(String name, String what) {
      return new Table(name, Kind.ERASED, what);
    }

    /** It holds nothing of a person who is followed. */
    public static Table nothing(String name, String why) {
      return new Table(name, Kind.NOTHING, why);
    }

    /** Identifiers and codes stay in it on purpose; nothing that tells who it was. */
    public static Table remains(String name, String why) {
      return new Table(name, Kind.REMAINS, why);
    }
  }

  /** What becomes of a table's rows. */
  enum Kind {
    ERASED,
    NOTHING,
    REMAINS
  }
}
