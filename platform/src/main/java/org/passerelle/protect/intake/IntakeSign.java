package org.passerelle.protect.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passerelle.forms.Answers;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/** Intake questions about how soon help is needed, or about danger outside. */
enum IntakeSign {
  /** "now" is the most urgent of its answers; the others leave days. */
  URGENCY("urgency", List.of("now", "days", "week", "month"), "now", Risk.RAISED),
  SAFE_TO_LEAVE("safe_to_leave", List.of("yes", "no"), "no", Risk.HIGH);

  private final String question;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> answers;

  private final String grave;
  private final Risk risk;

  IntakeSign(String question, List<String> answers, String grave, Risk risk) {
    this.question = question;
    this.answers = answers;
    this.grave = grave;
    this.risk = risk;
  }

  /** Identifier of the question in every form with it. */
  String question() {
    return question;
  }

  /** The answer; empty if unknown, or not one of these codes. */
  Optional<String> of(Answers told) {
    return told.codes(question).stream().filter(answers::contains).findFirst();
  }

  /** Whether an answer makes the case urgent. */
  boolean isGrave(String answer) {
    return grave.equals(answer);
  }

  Urgency urgency() {
    return Urgency.RAISED;
  }

  Risk risk() {
    return risk;
  }

  /** The code of its text, {@code danger.CODE}. */
  String code() {
    return "intake." + question;
  }

  /** The sign of a question. */
  static IntakeSign asking(String question) {
    return Arrays.stream(values())
        .filter(one -> one.question.equals(question))
        .findFirst()
        .orElseThrow();
  }
}
