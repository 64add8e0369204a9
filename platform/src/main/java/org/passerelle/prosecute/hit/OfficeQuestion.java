package org.passerelle.prosecute.hit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A question whether other offices know a suspect, as the team that asked reads it. Immutable.
 *
 * @param suspect the suspect here, such as {@code S-2}
 * @param answeredAt null while it waits
 * @param hit whether there is a hit today; false while it waits
 */
public record OfficeQuestion(
    UUID id,
    UUID suspectId,
    String suspect,
    String reason,
    Instant at,
    @Nullable Instant answeredAt,
    boolean hit) {

  /** What it was asked for. */
  record Words(String reason) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("reason", reason);
    }
  }

  /** {@code waiting}, {@code hit} or {@code no_hit}. */
  public String state() {
    return answeredAt == null ? "waiting" : hit ? "hit" : "no_hit";
  }
}
