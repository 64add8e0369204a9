package org.passerelle.protect.placement.stay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a place. Immutable.
 *
 * @param code of the case, for people
 * @param organisation whose team placed them
 * @param bed that is kept for them
 * @param request of the placement that led to it
 * @param state {@code expected}, {@code there}, {@code away}, {@code missing}, {@code ended},
 *     {@code cancelled}
 * @param overruled rules that whoever placed them set aside, with the reason in the words
 * @param missingAt since when nobody knows where they are, or null
 * @param dueAt by when they are expected, or back from leave; null while they are there
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
   * The sealed part.
   *
   * @param overruled rules that were set aside, empty for none
   * @param reason why, or why this place and no other
   */
  public record Words(List<String> overruled, String reason) {
    public Words {
      overruled = List.copyOf(overruled);
    }
  }

  /** What boards need of it, nothing of which is sealed. */
  public record Line(
      UUID id,
      UUID caseId,
      String code,
      UUID place,
      String state,
      Instant madeAt,
      @Nullable Instant missingAt,
      @Nullable Instant dueAt) {
    /** Whether they have not come, or not come back, by the moment agreed. */
    public boolean late(Instant now) {
      return dueAt != null
          && (state.equals("expected") || state.equals("away"))
          && !dueAt.isAfter(now);
    }

    /** Key of why it cannot wait, of one that cannot. */
    public String urgent(Instant now) {
      if (missingAt != null) {
        return "stay.today.missing";
      }
      return late(now) ? "stay.due." + state : "stay.today.move";
    }
  }

  /** Who lives where, and nothing else of it. */
  public record Lives(UUID caseId, UUID place) {}

  /** Whether the bed is theirs. */
  public boolean open() {
    return !state.equals("ended") && !state.equals("cancelled");
  }

  /** Whether they are on the way, or away with leave. */
  public boolean awaited() {
    return state.equals("expected") || state.equals("away");
  }

  /** Whether they came. */
  public boolean arrived() {
    return arrivedAt != null;
  }

  /**
   * Something that happened.
   *
   * @param kind code of {@code stay_events}
   * @param code further code of that kind, or empty
   */
  public record Event(UUID id, String kind, String code, String words, Instant at, UUID by) {}
}
