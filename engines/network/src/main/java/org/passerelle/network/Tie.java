package org.passerelle.network;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that two actors are connected. There may be several between the same two. Immutable.
 *
 * @param id unique in its network
 * @param kind in the words of the field: telephone call, kinship, transport; empty if not specified
 * @param weight strength or frequency; default 1
 * @param period when it held
 * @param provenance source: the document, the report; empty if not specified
 * @param grading reliability of source and information; null if not graded
 * @param inEvidence whether it can be used in court
 * @param attributes other attributes by name
 */
public record Tie(
    String id,
    String source,
    String target,
    String kind,
    double weight,
    boolean directed,
    Period period,
    String provenance,
    @Nullable Grading grading,
    boolean inEvidence,
    Map<String, List<String>> attributes) {

  /** Copies the attributes in their order. */
  public Tie {
    if (source.isBlank() || target.isBlank()) {
      throw new BadNetwork(Wording.TIE_WITHOUT_END, id, source, target);
    }
    if (!Double.isFinite(weight)) {
      throw new BadNetwork(Wording.TIE_WEIGHT, id, Double.toString(weight));
    }
    attributes = Actor.copy(attributes);
  }

  /** A tie of which only the ends and the weight are known. */
  public static Tie plain(String id, String source, String target, double weight) {
    return new Tie(id, source, target, "", weight, false, Period.UNKNOWN, "", null, true, Map.of());
  }
}
