package org.passerelle.network;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement that two actors are connected. Several may stand between the same two. Immutable.
 *
 * @param id unique in its network
 * @param kind in the words of the field: telephone call, kinship, transport; empty if not told
 * @param weight how strong or how often; 1 unless told
 * @param period when it held
 * @param provenance where it is known from: the document, the report; empty if not told
 * @param grading how far source and information can be trusted; null if not graded
 * @param inEvidence whether it may be used before a court
 * @param attributes what else is known, by name
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

  /** Keeps a copy of the attributes in their order. */
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
