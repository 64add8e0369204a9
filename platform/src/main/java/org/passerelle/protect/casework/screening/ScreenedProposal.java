package org.passerelle.protect.casework.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/**
 * Proposes a referral after a screening of today: the service that its signs call for, with the
 * signs as text.
 */
@Component
class ScreenedProposal implements ReferralProposal {
  private static final Duration NEW = Duration.ofHours(24);
  private final Screenings screenings;
  private final Clock clock;

  ScreenedProposal(Screenings screenings, Clock clock) {
    this.screenings = screenings;
    this.clock = clock;
  }

  @Override
  public Optional<Proposed> of(UUID caseId, SignedIn who, Page page) {
    Instant since = clock.instant().minus(NEW);
    return screenings.ofCase(who, caseId).stream()
        .filter(one -> one.finishedAt() != null && one.finishedAt().isAfter(since))
        .max(Comparator.comparing(Screening::finishedAt))
        .map(one -> proposed(screenings.finishedOfCase(who, caseId, one.id()), page));
  }

  private static Proposed proposed(FinishedScreening finished, Page page) {
    ScreeningResult result = finished.result();
    String service =
        result.steps().contains(Step.CALL_CHILD_PROTECTION)
            ? "child_protection"
            : result.steps().contains(Step.SAFE_PLACE)
                ? "shelter"
                : result.steps().contains(Step.CALL_DOCTOR) ? "medical_care" : "";
    String signs =
        page.texts()
            .series(
                result.urgent().stream()
                    .flatMap(
                        sign ->
                            finished.form().question(sign.question()).stream()
                                .map(
                                    question ->
                                        question
                                            .code(sign.code())
                                            .map(Code::label)
                                            .orElse(question.label())))
                    .map(label -> label.in(page.language()))
                    .toList());
    return new Proposed(
        service, signs, writing(finished, "wishes"), writing(finished, "where_place"));
  }

  private static String writing(FinishedScreening finished, String question) {
    return finished
        .answers()
        .of(question)
        .map(Answer::content)
        .filter(Answer.Writing.class::isInstance)
        .map(said -> ((Answer.Writing) said).text())
        .orElse("");
  }
}
