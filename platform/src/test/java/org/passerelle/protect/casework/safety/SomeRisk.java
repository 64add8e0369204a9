package org.passerelle.protect.casework.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.storage.House;

/** A risk assessment for tests, submitted as by the team. */
final class SomeRisk {
  private final House house;
  private final UUID caseId;
  private final SignedIn who;
  private Answers answers =
      Answers.NONE.with("assessment_date", Answer.of(new Answer.Day(LocalDate.of(2026, 3, 2))));

  SomeRisk(House house, UUID caseId, SignedIn who) {
    this.house = house;
    this.caseId = caseId;
    this.who = who;
  }

  SomeRisk with(String question, String code) {
    return with(question, new Answer.Chosen(code));
  }

  SomeRisk with(String question, Answer.Content content) {
    answers = answers.with(question, Answer.of(content));
    return this;
  }

  UUID handIn(String level) {
    return with("overall_level", level).handIn();
  }

  UUID handIn() {
    return handIn(house.clock().instant());
  }

  /** One made in the past and stored now. */
  UUID handIn(Instant at) {
    FormDefinition form = house.get(FormDefinitions.class).current("risk-assessment").orElseThrow();
    CaseForms forms = house.get(CaseForms.class);
    UUID id = forms.bring(caseId, form, answers, at, who);
    if (!forms.handIn(caseId, id, at, who).isEmpty()) {
      throw new IllegalStateException("Required answers are missing in " + answers);
    }
    return id;
  }
}
