package org.passerelle.prosecute.joint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * What an organisation says of a joint team after its end. Immutable.
 *
 * @param results by {@link #RESULTS}
 * @param version number of changes
 * @param user who answered; null on another node
 */
public record JointEvaluation(
    UUID organisation,
    Words words,
    Map<String, Integer> results,
    int version,
    Instant at,
    @Nullable UUID user) {
  /**
   * What is counted, of this organisation alone. {@code spared} are requests abroad that the team
   * made unnecessary. Victims are not counted: two organisations would count the same ones.
   */
  public static final List<String> RESULTS =
      List.of("searches", "arrests", "charged", "convicted", "spared");

  public JointEvaluation {
    results = Map.copyOf(results);
  }

  /** What people wrote. */
  public record Words(String worked, String obstacles) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("worked", worked, "obstacles", obstacles);
    }
  }

  /** What is entered. */
  public record Draft(Words words, Map<String, Integer> results) {
    public Draft {
      results = Map.copyOf(results);
    }
  }

  /** One of the results. */
  public int result(String code) {
    return results.getOrDefault(code, 0);
  }
}
