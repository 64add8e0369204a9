package org.passerelle.protect.sharing.referral.web;

import java.time.LocalDate;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Filled;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.stereotype.Component;

/** Form for a law that forbids a recipient to erase. */
@Component
public class RetentionLawForm {
  private static final int YEARS = 100;
  private final CodeOptions options;

  RetentionLawForm(CodeOptions options) {
    this.options = options;
  }

  /** Reads the form; faults are recorded in it. */
  public WithdrawalAnswers.Draft read(Filled form, LocalDate today) {
    String ground = form.neededCode("ground", options.codes("retention_laws"));
    String reference = form.neededText("reference", WithdrawalAnswers.LONGEST);
    LocalDate until = form.day("until", today.plusYears(YEARS)).orElse(null);
    if (until != null && until.isBefore(today)) {
      form.errors().add("until", "retained.error.past");
    }
    return new WithdrawalAnswers.Draft(ground, reference, until);
  }
}
