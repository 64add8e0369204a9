package org.passerelle.protect.casework.placement.stay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's stay at a place. Immutable.
 *
 * @param code of the case, for people
 * @param organisation organisation whose team placed them
 * @param bed bed allocated to them
 * @param request request that led to the placement
 * @param state {@code expected}, {@code there}, {@code away}, {@code missing}, {@code ended},
 *     {@code cancelled}
 * @param overruled rules overridden by the placing officer; the reason is in the words
 * @param missingAt since when they are missing, or null
 * @param dueAt expected time of arrival or return; null while they are there
 * @param ended code of {@code stay_ends}, or empty
 */
public record Stay(
    UUID id,
    UUID caseId,
    String code,
    UUID organisation,
    UUID place,
    UUID bed,
    UUID request,
    String state,
    Words words,
    Instant madeAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant missingAt,
    @Nullable Instant dueAt,
    @Nullable Instant endedAt,
    String ended) {
  /**
   * The encrypted part.
   *
   * @param overruled overridden rules, possibly empty
   * @param reason why a rule was overridden, or why this place was chosen
   */
  public record Words(List<String> overruled, String reason) {
    public Words {
      overruled = List.copyOf(overruled);
    }
  }

  /** Unencrypted data for boards. */
  public record Line(
      UUID id,
      UUID caseId,
      String code,
      UUID place,
      String state,
      Instant madeAt,
      @Nullable Instant missingAt,
      @Nullable Instant dueAt) {
    /** Whether they have not arrived, or not returned, by the agreed time. */
    public boolean late(Instant now) {
      return dueAt != null
          && (state.equals("expected") || state.equals("away"))
          && !dueAt.isAfter(now);
    }

    /** Key of the reason why an urgent stay is urgent. */
    public String urgent(Instant now) {
      if (missingAt != null) {
        return "stay.today.missing";
      }
      return late(now) ? "stay.due." + state : "stay.today.move";
    }
  }

  /** Who lives where, without further data. */
  public record Lives(UUID caseId, UUID place) {}

  /** Whether the bed is allocated to them. */
  public boolean open() {
    return !state.equals("ended") && !state.equals("cancelled");
  }

  /** Whether they are expected, or on approved absence. */
  public boolean awaited() {
    return state.equals("expected") || state.equals("away");
  }

  public boolean arrived() {
    return arrivedAt != null;
  }

  /**
   * An event during a stay.
   *
   * @param kind code of {@code stay_events}
   * @param code additional code of that kind, or empty
   */
  public record Event(UUID id, String kind, String code, String words, Instant at, UUID by) {}
}
