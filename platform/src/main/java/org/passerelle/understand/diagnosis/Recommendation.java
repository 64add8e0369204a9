package org.passerelle.understand.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A recommendation of a diagnosis.
 *
 * @param title title of the diagnosis
 * @param number number within the diagnosis, from 1
 * @param theme its theme; code and name are empty if it has none
 * @param answers oldest first; the last one is valid
 */
public record Recommendation(
    UUID id,
    UUID diagnosis,
    String title,
    int number,
    Theme theme,
    String content,
    UUID madeBy,
    Instant madeAt,
    List<Answer> answers) {
  public Recommendation {
    answers = List.copyOf(answers);
  }

  /** Time within which an answer is expected. */
  public static final Duration WITHIN = Duration.ofDays(30);

  /** State of a recommendation. */
  public enum State {
    OPEN,
    TAKEN_UP,
    DECLINED
  }

  /**
   * A programme manager's answer.
   *
   * @param version from 1
   * @param measure register id of the measure that implements it; empty if declined
   * @param reason explanation; optional if accepted
   */
  public record Answer(int version, String measure, String reason, UUID by, Instant at) {
    /** The resulting state. */
    public State state() {
      return measure.isEmpty() ? State.DECLINED : State.TAKEN_UP;
    }
  }

  /** The state according to the last answer. */
  public State state() {
    return answers.isEmpty() ? State.OPEN : answers.get(answers.size() - 1).state();
  }

  /** The measure that implements it, or empty. */
  public String measure() {
    return answers.isEmpty() ? "" : answers.get(answers.size() - 1).measure();
  }
}
