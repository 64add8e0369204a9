package org.passerelle.protect.casework.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.person.MinorRule;

/** The minor rule applied to the common pages; in doubt the lower age counts. */
record ScreeningAge(MinorRule now, MinorRule then, List<Reason> reasons) {
  private static final BigDecimal OF_AGE = BigDecimal.valueOf(18);

  static ScreeningAge of(Answers answers) {
    List<Reason> reasons = new ArrayList<>();
    MinorRule now = now(answers, reasons);
    return new ScreeningAge(now, now == MinorRule.ADULT ? then(answers, reasons) : now, reasons);
  }

  private static MinorRule now(Answers answers, List<Reason> reasons) {
    List<String> said = answers.codes("age_under_18");
    if (said.contains("yes")) {
      reasons.add(Reason.MINOR);
      return MinorRule.MINOR;
    }
    if (said.isEmpty()) {
      reasons.add(Reason.MINOR_NOT_ANSWERED);
      return MinorRule.MAYBE;
    }
    if (!said.contains("no")) {
      reasons.add(Reason.MINOR_NOT_SURE);
      return MinorRule.MAYBE;
    }
    boolean estimatedUnder =
        answers
            .of("age_estimate")
            .filter(
                answer ->
                    answer.content() instanceof Answer.Amount estimate
                        && estimate.number().compareTo(OF_AGE) < 0)
            .isPresent();
    if (estimatedUnder) {
      reasons.add(Reason.MINOR_BY_ESTIMATE);
      return MinorRule.MAYBE;
    }
    return MinorRule.ADULT;
  }

  private static MinorRule then(Answers answers, List<Reason> reasons) {
    List<String> said = answers.codes("under_18_when_it_began");
    if (said.contains("yes")) {
      reasons.add(Reason.MINOR_THEN);
      return MinorRule.MINOR;
    }
    if (said.contains("not_sure")) {
      reasons.add(Reason.MINOR_THEN_NOT_SURE);
      return MinorRule.MAYBE;
    }
    return MinorRule.ADULT;
  }
}
