package org.passerelle.understand.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a diagnosis asks for.
 *
 * @param title of the diagnosis
 * @param number counted within the diagnosis, from 1
 * @param theme that it is about; code and name are empty if it is about none
 * @param answers the first one first; the last one holds
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

  /** How long the team waits for an answer. */
  public static final Duration WITHIN = Duration.ofDays(30);

  /** Where it stands. */
  public enum State {
    OPEN,
    TAKEN_UP,
    DECLINED
  }

  /**
   * What a programme manager says to it.
   *
   * @param version from 1
   * @param measure name in the register of the measure that takes it up; empty if it is declined
   * @param reason why, or how; may be empty where it is taken up
   */
  public record Answer(int version, String measure, String reason, UUID by, Instant at) {
    /** What it comes to. */
    public State state() {
      return measure.isEmpty() ? State.DECLINED : State.TAKEN_UP;
    }
  }

  /** Where it stands by its last answer. */
  public State state() {
    return answers.isEmpty() ? State.OPEN : answers.get(answers.size() - 1).state();
  }

  /** The measure that takes it up now, or empty. */
  public String measure() {
    return answers.isEmpty() ? "" : answers.get(answers.size() - 1).measure();
  }
}
