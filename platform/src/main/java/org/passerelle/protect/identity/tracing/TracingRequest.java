package org.passerelle.protect.identity.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to trace a person around the person of a case. Immutable.
 *
 * @param person the traced person, one of those around the person of the case
 * @param wish code of the list {@code tracing_wishes}: the wish of the person of the case
 * @param review date of the next review
 * @param steps steps in order
 * @param ending how it ended, or null
 */
public record TracingRequest(
    UUID id,
    UUID caseId,
    UUID person,
    String wish,
    State state,
    LocalDate review,
    Words words,
    Instant at,
    UUID by,
    List<Step> steps,
    @Nullable Ending ending) {

  /** Outcomes with a meeting, which require confirmations beforehand. */
  public static final List<String> MEETING = List.of("contact_restored", "reunited");

  /** Confirmations required before a meeting. */
  public static final List<String> MADE_SURE = List.of("identity", "wish", "safety");

  public TracingRequest {
    steps = List.copyOf(steps);
  }

  public enum State {
    OPEN,
    /** The traced person became a suspect: suspended until a supervisor decides. */
    HELD,
    ENDED;

    /** Code as stored, and as the end of keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The encrypted part.
   *
   * @param lastSeen where and when they last met or heard of each other
   * @param parted how they were separated
   * @param known further information: nicknames, work, who may know more
   */
  public record Words(String lastSeen, String parted, String known) {}

  /**
   * A step of the search.
   *
   * @param kind code of the list {@code tracing_steps}
   * @param words result of the step
   */
  public record Step(UUID id, String kind, LocalDate on, String words, Instant at, UUID by) {}

  /** A step to be recorded. */
  public record Done(String kind, LocalDate on, String words, LocalDate review) {}

  /**
   * The end of a request.
   *
   * @param outcome code of the list {@code tracing_outcomes}
   */
  public record Ending(String outcome, String words, Instant at, UUID by) {}

  /** Data of a new request. */
  public record Draft(UUID person, String wish, LocalDate review, Words words) {}

  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether it has not ended. */
  public boolean lasts() {
    return state != State.ENDED;
  }
}
