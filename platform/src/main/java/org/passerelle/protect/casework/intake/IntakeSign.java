package org.passerelle.protect.casework.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;

/** What an intake says about how soon help is needed, or about danger outside. */
enum IntakeSign {
  /** "now" is the most urgent of its answers; the others leave days. */
  URGENCY(
      List.of("urgency"),
      List.of("now", "days", "week", "month"),
      "now",
      Urgency.RAISED,
      Risk.RAISED),
  SAFE_TO_LEAVE(List.of("safe_to_leave"), List.of("yes", "no"), "no", Urgency.RAISED, Risk.HIGH),
  /** A doctor is needed now, or the 72 hours after a rape are running. */
  CARE_NOW(List.of("health_now", "recent"), List.of("yes", "no"), "yes", Urgency.HIGH, Risk.RAISED),
  /** Whoever harmed the person can still reach them, or lives with them. */
  IN_REACH(
      List.of("still_near", "danger_at_home"),
      List.of("yes", "no"),
      "yes",
      Urgency.RAISED,
      Risk.HIGH);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> questions;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> answers;

  private final String grave;
  private final Urgency urgency;
  private final Risk risk;

  IntakeSign(
      List<String> questions, List<String> answers, String grave, Urgency urgency, Risk risk) {
    this.questions = questions;
    this.answers = answers;
    this.grave = grave;
    this.urgency = urgency;
    this.risk = risk;
  }

  /** Identifiers of the questions that say it; a form asks one of them. */
  List<String> questions() {
    return questions;
  }

  /** The answer; empty if unknown, or not one of these codes. A grave one goes before another. */
  Optional<String> of(Answers told) {
    return questions.stream()
        .flatMap(question -> said(question, told))
        .reduce((one, other) -> isGrave(other) ? other : one);
  }

  /**
   * Whether the first question was answered, which asks for all of it. The others ask for a part:
   * that nobody at home is dangerous does not say that nobody outside is.
   */
  boolean isAskedPlainly(Answers told) {
    return said(questions.get(0), told).findAny().isPresent();
  }

  private Stream<String> said(String question, Answers told) {
    return told.codes(question).stream().filter(answers::contains);
  }

  /** Whether an answer makes the case urgent. */
  boolean isGrave(String answer) {
    return grave.equals(answer);
  }

  Urgency urgency() {
    return urgency;
  }

  Risk risk() {
    return risk;
  }

  /** The code under which it is stored, and part of the keys of its texts. */
  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of its text, {@code danger.CODE}. */
  String code() {
    return "intake." + stored();
  }

  /** The sign stored under a code. */
  static IntakeSign of(String stored) {
    return Arrays.stream(values())
        .filter(one -> one.stored().equals(stored))
        .findFirst()
        .orElseThrow();
  }
}
