package org.passerelle.protect.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody around a person who is looked for. Immutable.
 *
 * @param person who is sought, one of those around the person of the case
 * @param wish code of the list {@code tracing_wishes}: what the person of the case wants of it
 * @param review day on which somebody looks again
 * @param steps what was done, in its order
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

  /** Outcomes after which somebody meets somebody: what was made sure of before is asked. */
  public static final List<String> MEETING = List.of("contact_restored", "reunited");

  /** What is made sure of before a person and whoever was found are brought together. */
  public static final List<String> MADE_SURE = List.of("identity", "wish", "safety");

  public TracingRequest {
    steps = List.copyOf(steps);
  }

  /** Where it stands. */
  public enum State {
    OPEN,
    /** Whoever is sought became a suspect: nobody looks until a supervisor has decided. */
    HELD,
    ENDED;

    /** As it is stored, and as keys of texts end. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The sealed part.
   *
   * @param lastSeen where and when they were last together or heard of each other
   * @param parted how they were parted
   * @param known what else is known: nicknames, work, who may know more
   */
  public record Words(String lastSeen, String parted, String known) {}

  /**
   * Something that was done.
   *
   * @param kind code of the list {@code tracing_steps}
   * @param words what came of it
   */
  public record Step(UUID id, String kind, LocalDate on, String words, Instant at, UUID by) {}

  /** A step as it is written down. */
  public record Done(String kind, LocalDate on, String words, LocalDate review) {}

  /**
   * How it ended.
   *
   * @param outcome code of the list {@code tracing_outcomes}
   */
  public record Ending(String outcome, String words, Instant at, UUID by) {}

  /** What is written down at the beginning. */
  public record Draft(UUID person, String wish, LocalDate review, Words words) {}

  /** Whether somebody looks. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether it has not ended. */
  public boolean lasts() {
    return state != State.ENDED;
  }
}
