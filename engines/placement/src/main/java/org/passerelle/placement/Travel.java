package org.passerelle.placement;

import java.util.OptionalInt;

/** How long one travels between two areas; a table that whoever asks may have. */
@FunctionalInterface
public interface Travel {
  /** Nothing is known. */
  Travel UNKNOWN = (from, to) -> OptionalInt.empty();

  /**
   * Minutes from one area to another, in the direction that is shorter.
   *
   * @return empty where the table does not say it
   */
  OptionalInt minutes(String from, String to);
}
