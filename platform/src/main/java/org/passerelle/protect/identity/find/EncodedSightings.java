package org.passerelle.protect.identity.find;

import java.util.List;
import java.util.UUID;

/**
 * Persons as seen by organisations, distinguished by encodings only. A record has no name, case or
 * identifier, only its position.
 *
 * @param table records encoded by attribute, as read by the {@code linkage} engine
 * @param seenBy organisation of each record
 * @param stated pairs of records that a caseworker stated to be one person
 */
public record EncodedSightings(String table, List<UUID> seenBy, List<Pair> stated) {
  public EncodedSightings {
    seenBy = List.copyOf(seenBy);
    stated = List.copyOf(stated);
  }

  public record Pair(int one, int other) {}
}
