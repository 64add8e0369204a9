package org.passerelle.placement;

import java.util.OptionalInt;

/** Travel times between areas; a table that the caller may have. */
@FunctionalInterface
public interface Travel {
  /** An empty table. */
  Travel UNKNOWN = (from, to) -> OptionalInt.empty();

  /**
   * Minutes between two areas, in the shorter direction.
   *
   * @return empty if the table does not contain it
   */
  OptionalInt minutes(String from, String to);
}
