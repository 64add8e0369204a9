package org.passerelle.protect.casework.care.needs.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.forms.Submission;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.care.needs.Assessments;
import org.passerelle.protect.casework.care.needs.Comparison;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.springframework.stereotype.Component;

/** Assembles the comparison of assessments made with one form. */
@Component
public class ComparedPages {
  /** Maximum number of columns that fit on a page. */
  private static final int MOST = 4;

  private final Assessments assessments;
  private final Cases cases;
  private final CodeOptions options;

  ComparedPages(Assessments assessments, Cases cases, CodeOptions options) {
    this.assessments = assessments;
    this.cases = cases;
    this.options = options;
  }

  /**
   * The requested assessments, otherwise the two most recent.
   *
   * @param form form with which they were made
   * @param part last segment of the page's URL below the case
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
