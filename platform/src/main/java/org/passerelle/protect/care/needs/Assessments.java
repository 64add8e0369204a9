package org.passerelle.protect.care.needs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Submission;
import org.passerelle.forms.Submissions;
import org.passerelle.protect.cases.Cases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Needs and risk assessments of a case that were handed in. Reading one is logged as ever. */
@Service
public class Assessments {
  /** The form. */
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

  /** What was handed in, the oldest first; no answers. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> of(UUID caseId, SignedIn who) {
    return of(caseId, FORM, who);
  }

  /** The same by another form. */
  @Transactional(readOnly = true)
  public List<Submission.Entry> of(UUID caseId, String form, SignedIn who) {
    cases.check(caseId, who);
    return submissions.about(who, caseId).stream()
        .filter(e -> e.form().equals(form) && e.submitted())
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** The newest, with its answers. */
  @Transactional
  public Optional<Submission> newest(UUID caseId, SignedIn who) {
    List<Submission.Entry> all = of(caseId, who);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(submissions.read(who, all.get(all.size() - 1).id()));
  }

  /**
   * Some of them with their answers, the oldest first; what is none of this case is left out.
   *
   * @param form by which they were made
   * @param ids of those that are wanted
   */
  @Transactional
  public List<Submission> some(UUID caseId, String form, List<UUID> ids, SignedIn who) {
    return of(caseId, form, who).stream()
        .filter(e -> ids.contains(e.id()))
        .map(e -> submissions.read(who, e.id()))
        .toList();
  }
}
