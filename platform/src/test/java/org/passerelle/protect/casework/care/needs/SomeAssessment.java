package org.passerelle.protect.casework.care.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.storage.House;

/** A needs and risk assessment for tests, which contains only what the test needs. */
public final class SomeAssessment {
  private Answers answers =
      Answers.NONE
          .with("assessment_date", Answer.of(new Answer.Day(LocalDate.of(2026, 3, 2))))
          .with("under_18", Answer.of(new Answer.Chosen("yes")))
          .with("overall_level", Answer.of(new Answer.Chosen("medium")));

  /** Sets the needs. */
  public SomeAssessment needs(String... codes) {
    return with("needs", new Answer.ChosenAll(List.of(codes)));
  }

  /** Adds an answer. */
  public SomeAssessment with(String question, Answer.Content content) {
    answers = answers.with(question, Answer.of(content));
    return this;
  }

  /** Adds an answer with one code. */
  public SomeAssessment with(String question, String code) {
    return with(question, new Answer.Chosen(code));
  }

  public Answers answers() {
    return answers;
  }

  /** Submits it for a case. */
  public UUID handIn(House house, UUID file, SignedIn who) {
    return handIn(house, file, who, house.clock().instant());
  }

  /** Submits it at a given time. */
  public UUID handIn(House house, UUID file, SignedIn who, Instant at) {
    FormDefinition form = house.get(FormDefinitions.class).current(Assessments.FORM).orElseThrow();
    return house
        .get(Submissions.class)
        .record(who, new Subject("case", file, file, who.organisation()), form, answers, at);
  }
}
