package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/**
 * A tie's attributes, as stored.
 *
 * @param ref identifier in the file it came from; empty if it was entered here
 * @param from as precisely as known, ISO 8601; empty if unknown
 * @param to likewise
 * @param grading such as {@code 4x4:B2}; empty if not graded
 * @param interview interview that states it, or null
 */
public record TieState(
    String ref,
    UUID source,
    UUID target,
    String kind,
    double weight,
    boolean directed,
    String from,
    String to,
    String provenance,
    String grading,
    boolean inEvidence,
    Map<String, List<String>> attributes,
    @Nullable UUID interview) {

  /** As a tie of the engine between these two actors. */
  Tie tie(UUID id, UUID one, UUID other) {
    return new Tie(
        id.toString(),
        one.toString(),
        other.toString(),
        kind,
        weight,
        directed,
        new Period(from, to),
        provenance,
        grade(),
        inEvidence,
        attributes);
  }

  /** Reliability of source and information, or null. */
  public @Nullable Grading grade() {
    return grading.isEmpty() ? null : Grading.of(grading);
  }

  /** From a tie of a file. */
  static TieState of(Tie tie, UUID source, UUID target) {
    Grading grading = tie.grading();
    return new TieState(
        tie.id(),
        source,
        target,
        tie.kind(),
        tie.weight(),
        tie.directed(),
        tie.period().from(),
        tie.period().to(),
        tie.provenance(),
        grading == null ? "" : grading.code(),
        tie.inEvidence(),
        tie.attributes(),
        null);
  }
}
