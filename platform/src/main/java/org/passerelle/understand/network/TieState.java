package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/**
 * What the team says of a tie, as it is stored.
 *
 * @param ref what the file it came from calls it; empty for one that was entered here
 * @param from as exactly as it is known, ISO 8601; empty if not known
 * @param to the same
 * @param grading such as {@code 4x4:B2}; empty if not graded
 * @param interview where somebody said so, or null
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

  /** As the engine knows it, between these two. */
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

  /** How far source and information can be trusted, or null. */
  public @Nullable Grading grade() {
    return grading.isEmpty() ? null : Grading.of(grading);
  }

  /** As it stands in a file. */
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
