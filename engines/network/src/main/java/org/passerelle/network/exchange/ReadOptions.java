package org.passerelle.network.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Options for reading a network.
 *
 * @param actors a table of actors, or null
 * @param mapping mapping of the columns
 * @param directed whether ties are directed unless specified otherwise
 * @param twoMode whether both sides of a table of persons by events are kept; otherwise persons who
 *     share an event are tied
 */
public record ReadOptions(
    @Nullable Source actors, Mapping mapping, boolean directed, boolean twoMode) {
  /** A single file, without direction. */
  public static ReadOptions usual() {
    return new ReadOptions(null, Mapping.usual(), false, false);
  }
}
