package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Sends messages about a hand-over. What the sender says about the person is a disclosure on the
 * basis of the dossier and is stopped with it; what the recipient says is an answer.
 */
@Component
class HandOverPost {
  private final StepRows steps;
  private final StepReceipts readings;
  private final Referrals referrals;
  private final StatedBasis bases;
  private final Disclosures disclosures;
  private final Cases cases;
  private final Outbox outbox;
  private final CaseJournal journal;

  HandOverPost(
      StepRows steps,
      StepReceipts readings,
      Referrals referrals,
      StatedBasis bases,
      Disclosures disclosures,
      Cases cases,
      Outbox outbox,
      CaseJournal journal) {
    this.steps = steps;
    this.readings = readings;
    this.referrals = referrals;
    this.bases = bases;
    this.disclosures = disclosures;
    this.cases = cases;
    this.outbox = outbox;
    this.journal = journal;
  }

  void step(HandOver handOver, RecordedStep.Draft draft, SignedIn who) {
    UUID id = steps.keep(handOver, draft, who);
    HandOverMessages.Recorded said = HandOverMessages.Recorded.of(id, draft);
    UUID file = handOver.caseId();
    UUID message =
        draft.tellsOfSafety() && categories(said).isEmpty()
            ? put(handOver, HandOverMessages.STEP, said, null, null)
            : handOver.sends()
                ? disclose(handOver, draft, said, who)
                : put(
                    handOver,
                    HandOverMessages.STEP,
                    said,
                    null,
                    file == null ? handOver.id() : file);
    readings.left(handOver, id, message);
    if (file != null) {
      journal.add(file, "handover.step", draft.code(), handOver.id(), who);
    }
  }

  /**
   * Sends a step on the basis of the dossier.
   *
   * @throws Refused if the basis does not allow it; where the same is sent without notes, with a
   *     sentence that says so
   */
  private UUID disclose(
      HandOver handOver, RecordedStep.Draft draft, HandOverMessages.Recorded said, SignedIn who) {
    Referral carried = referrals.find(handOver.id(), who);
    UUID basis = carried.basis();
    if (basis == null) {
      throw new Refused("referral.refused.no-basis");
    }
    bases
        .judge(
            cases.find(carried.caseId(), who),
            handOver.other(),
            carried.purpose(),
            categories(said),
            basis)
        .ifPresent(
            objection -> {
              if (draft.tellsOfSafety()) {
                throw new Refused("handover.refused.notes-without-basis").at("words");
              }
              throw new Refused(objection.key(), objection.arguments().toArray());
            });
    UUID message = put(handOver, HandOverMessages.STEP, said, basis, carried.caseId());
    disclosures.record(
        new Disclosures.Draft(
            carried.caseId(),
            handOver.other(),
            bases.kind(basis),
            basis,
            bases.version(basis),
            carried.purpose(),
            List.of(Disclosures.STEP),
            false,
            message,
            handOver.id()),
        who);
    return message;
  }

  /**
   * Free text in any step counts as information about the course of the case: remarks, the
   * authority, the person told about a consent, the meeting place. Codes and dates do not.
   */
  private static Set<String> categories(HandOverMessages.Recorded said) {
    boolean free =
        Stream.of(said.words(), said.authority(), said.told(), said.place())
            .anyMatch(written -> written != null && !written.isBlank());
    return free ? Set.of("case") : Set.of();
  }

  /**
   * Sends a message to the other side.
   *
   * @param subject the case or dossier that the message is about, or null for a status message
   * @return identifier of the message
   */
  UUID say(HandOver handOver, String kind, Object message, @Nullable UUID subject) {
    return put(handOver, kind, message, null, subject);
  }

  private UUID put(
      HandOver handOver,
      String kind,
      Object message,
      @Nullable UUID cause,
      @Nullable UUID subject) {
    return outbox.put(
        new Outbox.Outgoing(
            kind,
            1,
            handOver.id(),
            handOver.organisation(),
            handOver.other(),
            cause,
            subject,
            HandOverMessages.json(message)));
  }
}
