package org.passerelle.protect.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passerelle.forms.Answers;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/** A question of an intake that says how soon help is needed, or that danger waits outside. */
enum IntakeSign {
  /** "Today" is the shortest of its answers; the others leave days. */
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

  /** Id of the question, in every form that asks it. */
  String question() {
    return question;
  }

  /** What was answered; empty if it was not known, or a form of another house asks otherwise. */
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

  /** The code of its sentence, {@code danger.CODE}. */
  String code() {
    return "intake." + question;
  }

  /** The one of a question. */
  static IntakeSign asking(String question) {
    return Arrays.stream(values())
        .filter(one -> one.question.equals(question))
        .findFirst()
        .orElseThrow();
  }
}
