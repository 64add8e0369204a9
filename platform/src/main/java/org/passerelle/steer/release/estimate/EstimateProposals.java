package org.passerelle.steer.release.estimate;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.disclosure.Policy;
import org.passerelle.estimation.Estimate;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.release.Proposal;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.estimation.Estimating;
import org.passerelle.understand.estimation.StoredStudy;
import org.passerelle.understand.estimation.Studies;
import org.passerelle.understand.estimation.StudyResult;
import org.springframework.stereotype.Component;

/** What can be published of a signed study, and what keeps it from being published. */
@Component
public class EstimateProposals {
  /** With two organisations, each could subtract those whom it knows. */
  static final int FEWEST_ORGANISATIONS = 3;

  private static final int PERCENT = 100;
  private static final List<String> NOTES =
      List.of(
          "Numbers are rounded outwards: tens below 1,000, two digits above. The lower limit lies"
              + " below the computed one, the upper limit above it.",
          "An estimate of persons, found or not, from the overlap of the lists. It holds as far as"
              + " its assumptions do. Do not quote the number without its interval.");
  private final Studies studies;
  private final Organisations organisations;

  EstimateProposals(Studies studies, Organisations organisations) {
    this.studies = studies;
    this.organisations = organisations;
  }

  /**
   * A study.
   *
   * @throws NotFound if the user may not see it
   */
  public StoredStudy study(UUID study, SignedIn who) {
    return studies.find(study, who);
  }

  /**
   * Methods of a study whose estimate can be published: those with an estimate and an interval.
   *
   * @throws NotFound if the user may not see the study
   * @throws Refused if nothing of it may be published
   */
  public List<String> methods(UUID study, SignedIn who) {
    return ready(studies.find(study, who)).methods.stream().map(Estimate::method).toList();
  }

  /**
   * What would be published of a study.
   *
   * @param method the method whose estimate is published
   * @throws NotFound if the user may not see the study
   * @throws Refused if it may not be published
   */
  public Proposal.Frozen of(UUID study, String method, SignedIn who) {
    Ready ready = ready(studies.find(study, who));
    Estimate chosen =
        ready.methods.stream()
            .filter(e -> e.method().equals(method))
            .findFirst()
            .orElseThrow(() -> new Refused("estimates.refused.method"));
    String content = content(ready, chosen).json();
    return new Proposal.Frozen(content, Sha256.of(content));
  }

  /**
   * A study that may be published.
   *
   * @param estimating all methods that were not refused
   * @param methods those of them that have an interval
   */
  private record Ready(
      StoredStudy study,
      StoredStudy.Outcome outcome,
      StoredStudy.Signed signed,
      Estimating estimating,
      List<Estimate> methods) {}

  private static Ready ready(StoredStudy study) {
    StoredStudy.Outcome outcome = study.outcome();
    StoredStudy.Signed signed = study.signed();
    if (outcome == null || signed == null) {
      throw new Refused("estimates.refused.unsigned");
    }
    if (!signed.signature().result().equals(outcome.digest())
        || (!study.repeats().isEmpty() && !study.repeats().get(0).same())) {
      throw new Refused("estimates.refused.differs");
    }
    check(outcome.result());
    Estimating estimating = Estimating.of(outcome.result());
    List<Estimate> methods =
        estimating.methods().stream().filter(e -> e.lower() != null && e.upper() != null).toList();
    if (methods.isEmpty()) {
      throw new Refused("estimates.refused.none");
    }
    if (estimating.contradict()) {
      throw new Refused("estimates.refused.contradict");
    }
    return new Ready(study, outcome, signed, estimating, methods);
  }

  /** Refuses what would tell of few persons, or tell one organisation of the others' persons. */
  private static void check(StudyResult result) {
    int threshold = Policy.USUAL.threshold();
    boolean few = result.table().observed() < threshold;
    for (int list = 0; list < result.lists().size(); list++) {
      few |= result.table().onAll(1 << list) < threshold;
    }
    if (few || result.organisations() < FEWEST_ORGANISATIONS) {
      throw new Refused("estimates.refused.few", threshold, FEWEST_ORGANISATIONS);
    }
  }

  private PublishedEstimate content(Ready ready, Estimate chosen) {
    StoredStudy study = ready.study;
    StudyResult result = ready.outcome.result();
    double estimate = number(chosen.estimate());
    Outwards outwards = Outwards.of(estimate, result.table().observed());
    if (outwards.tellsWhatWasSeen(estimate)) {
      throw new Refused("estimates.refused.close");
    }
    SightingScope scope = study.wish().scope();
    Estimating all = ready.estimating;
    return new PublishedEstimate(
        "Estimated number of victims of trafficking in human beings",
        organisations.find(study.organisation()).orElseThrow(NotFound::new).name().byLanguage(),
        new PublishedEstimate.Scope(
            scope.from().toString(),
            scope.until().toString(),
            scope.countries(),
            scope.forms(),
            scope.decided() ? "decided" : "all"),
        result.lists().size(),
        study.wish().grouping(),
        chosen.method(),
        new PublishedEstimate.Interval(
            outwards.about(estimate),
            outwards.lower(number(chosen.lower())),
            outwards.upper(number(chosen.upper())),
            (int) Math.round(chosen.level() * PERCENT)),
        all.methods().size() < 2
            ? null
            : new PublishedEstimate.Methods(
                all.methods().size(), outwards.lower(all.lowest()), outwards.upper(all.highest())),
        ready.signed.signature().judgements().stream()
            .map(j -> new PublishedEstimate.Assumption(j.assumption(), j.verdict()))
            .toList(),
        ready.signed.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        ready.outcome.engine(),
        NOTES);
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
