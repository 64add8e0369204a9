package org.passerelle.protect.find;

import java.util.List;
import java.util.UUID;

/**
 * Persons as organisations saw them, told apart by encodings only. A record has no name, no case
 * and no identifier; its number is its place.
 *
 * @param table the records encoded attribute by attribute, as the engine {@code linkage} reads them
 * @param seenBy organisation that holds each record
 * @param stated pairs of records that a caseworker has stated to be one person
 */
public record EncodedSightings(String table, List<UUID> seenBy, List<Pair> stated) {
  public EncodedSightings {
    seenBy = List.copyOf(seenBy);
    stated = List.copyOf(stated);
  }

  /** Two records of one person. */
  public record Pair(int one, int other) {}
}
