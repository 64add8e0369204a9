package org.passerelle.protect.casework.care.needs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.protect.casework.cases.Cases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submitted needs and risk assessments of a case. Reading one is logged. */
@Service
public class Assessments {
  /** Identifier of the form. */
  public static final String FORM = "needs-and-risk";

  private static final Comparator<Submission.Entry> OLDEST_FIRST =
      Comparator.comparing(
              Submission.Entry::submittedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Submission.Entry::id);
  private final Cases cases;
  private final Submissions submissions;

  Assessments(Cases cases, Submissions submissions) {
    this.cases = cases;
    this.submissions = submissions;
  }

  /** Submitted assessments, oldest first, without answers. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> of(UUID caseId, SignedIn who) {
    return of(caseId, FORM, who);
  }

  /** The same for another form. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> of(UUID caseId, String form, SignedIn who) {
    cases.check(caseId, who);
    return submissions.about(who, caseId).stream()
        .filter(e -> e.form().equals(form) && e.submitted())
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** The most recent assessment with its answers. */
  @Transactional
  public Optional<Submission> newest(UUID caseId, SignedIn who) {
    List<Submission.Entry> all = of(caseId, who);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(submissions.read(who, all.get(all.size() - 1).id()));
  }

  /**
   * Assessments with their answers, oldest first; those of other cases are ignored.
   *
   * @param form form with which they were made
   * @param ids identifiers of the assessments
   */
  @Transactional
  public List<Submission> some(UUID caseId, String form, List<UUID> ids, SignedIn who) {
    return of(caseId, form, who).stream()
        .filter(e -> ids.contains(e.id()))
        .map(e -> submissions.read(who, e.id()))
        .toList();
  }
}
