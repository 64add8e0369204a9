package org.passerelle.network.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How a network is to be read.
 *
 * @param actors a table of actors; null where there is none
 * @param mapping what the columns tell
 * @param directed whether ties that do not say so lead one way
 * @param twoMode whether a table of persons by events keeps both sides; otherwise persons who share
 *     an event are tied
 */
public record ReadOptions(
    @Nullable Source actors, Mapping mapping, boolean directed, boolean twoMode) {
  /** A file by itself, without direction. */
  public static ReadOptions usual() {
    return new ReadOptions(null, Mapping.usual(), false, false);
  }
}
