package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Submission;
import org.passerelle.protect.casework.care.needs.Assessments;
import org.passerelle.protect.casework.care.needs.UnmetNeeds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goals proposed from the most recent assessment. None is added without confirmation. */
@Service
public class Proposals {
  private final CarePlans plans;
  private final Assessments assessments;

  Proposals(CarePlans plans, Assessments assessments) {
    this.plans = plans;
    this.assessments = assessments;
  }

  /**
   * Proposed goals.
   *
   * @param assessment most recent assessment, or null if there is none
   * @param needs codes of {@code care_needs} without a goal
   */
  public record Proposed(Submission.@Nullable Entry assessment, List<String> needs) {
    public Proposed {
      needs = List.copyOf(needs);
    }
  }

  /** Proposals for a case; reading the assessment is logged. */
  @Transactional
  public Proposed of(UUID caseId, SignedIn who) {
    CarePlan plan = plans.of(caseId, who);
    Optional<Submission> newest = assessments.newest(caseId, who);
    return newest
        .map(a -> new Proposed(a.entry(), open(UnmetNeeds.of(a.answers()), a.entry(), plan)))
        .orElseGet(() -> new Proposed(null, List.of()));
  }

  /** Adds goals for the selected needs that are still proposed. */
  @Transactional
  public int accept(UUID caseId, List<String> needs, SignedIn who) {
    Proposed proposed = of(caseId, who);
    List<String> accepted = new ArrayList<>(proposed.needs());
    accepted.retainAll(needs);
    UUID from = proposed.assessment() == null ? null : proposed.assessment().id();
    accepted.forEach(need -> plans.add(caseId, new Goal.Draft(need, "", from), who));
    return accepted.size();
  }

  /** A need with a goal is not proposed again, unless a later assessment found it. */
  static List<String> open(List<String> needs, Submission.Entry assessment, CarePlan plan) {
    return needs.stream()
        .filter(need -> plan.goals().stream().noneMatch(g -> covers(g, need, assessment)))
        .toList();
  }

  private static boolean covers(Goal goal, String need, Submission.Entry assessment) {
    Goal.End end = goal.end();
    Instant found = assessment.submittedAt();
    return goal.need().equals(need) && (end == null || found == null || !end.at().isBefore(found));
  }
}
