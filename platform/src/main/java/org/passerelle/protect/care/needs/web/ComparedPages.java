package org.passerelle.protect.care.needs.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.forms.Submission;
import org.passerelle.pages.Act;
import org.passerelle.protect.care.needs.Assessments;
import org.passerelle.protect.care.needs.Comparison;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.web.CaseOptions;
import org.passerelle.protect.cases.web.CaseWords;
import org.springframework.stereotype.Component;

/** Assessments by one form side by side, wherever a page shows them. */
@Component
public class ComparedPages {
  /** More do not fit beside each other. */
  private static final int MOST = 4;

  private final Assessments assessments;
  private final Cases cases;
  private final CaseOptions options;

  ComparedPages(Assessments assessments, Cases cases, CaseOptions options) {
    this.assessments = assessments;
    this.cases = cases;
    this.options = options;
  }

  /**
   * Those that are asked for, else the newest two.
   *
   * @param form by which they were made
   * @param part last part of the page's address, below the case's
   */
  public ComparedPage of(UUID caseId, String form, String part, Act act) {
    List<Submission.Entry> all = assessments.of(caseId, form, act.who());
    List<UUID> ids = all.stream().map(Submission.Entry::id).toList();
    List<UUID> asked =
        act.asked().ids("with").stream().distinct().filter(ids::contains).limit(MOST).toList();
    List<UUID> chosen =
        asked.size() < 2 ? ids.subList(Math.max(0, ids.size() - 2), ids.size()) : asked;
    Optional<Comparison> compared =
        chosen.size() < 2
            ? Optional.empty()
            : Optional.of(Comparison.of(assessments.some(caseId, form, chosen, act.who())));
    return new ComparedPage(
        cases.find(caseId, act.who()), part, all, compared, new CaseWords(options, act.language()));
  }
}
