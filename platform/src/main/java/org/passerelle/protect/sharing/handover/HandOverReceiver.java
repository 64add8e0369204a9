package org.passerelle.protect.sharing.handover;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReferralArrived;
import org.passerelle.protect.sharing.referral.withdrawal.TakenBack;
import org.passerelle.refusal.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Handles incoming messages about hand-overs, on either side. Messages about a hand-over of other
 * organisations, or about one that is over, have no effect.
 */
@Component
class HandOverReceiver implements Receiver {
  private static final String OUTCOME = "outcome";
  private final HandOverRows rows;
  private final StepRows steps;
  private final StepContentRules substance;
  private final HandOverJournal journal;
  private final AuditLog audit;

  HandOverReceiver(
      HandOverRows rows,
      StepRows steps,
      StepContentRules substance,
      HandOverJournal journal,
      AuditLog audit) {
    this.rows = rows;
    this.steps = steps;
    this.substance = substance;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(HandOverMessages.ACKNOWLEDGED, HandOverMessages.STEP, HandOverMessages.CLOSED);
  }

  /** A step, and that it is closed, is told on its own: each is judged by what is here. */
  @Override
  public Set<String> alone() {
    return Set.of(HandOverMessages.STEP, HandOverMessages.CLOSED);
  }

  @Override
  public void receive(Received message) {
    rows.hold(message.orderKey(), message.recipient());
    Optional<HandOver> found =
        rows.find(message.orderKey(), message.recipient())
            .filter(h -> h.other().equals(message.sender()) && goesOn(h, message));
    found.ifPresent(handOver -> take(handOver, message));
    message.log(audit);
  }

  /**
   * Where a person is who set out is accepted even after the hand-over is over, also if the
   * departure was not heard of, because it crossed the end.
   */
  private static boolean goesOn(HandOver handOver, Received message) {
    return handOver.open()
        || ((handOver.lost() || handOver.underWay() || handOver.returns())
            && message.type().equals(HandOverMessages.STEP));
  }

  private void take(HandOver handOver, Received message) {
    String body = message.payload();
    switch (message.type()) {
      case HandOverMessages.STEP -> step(handOver, body, message.occurredAt());
      case HandOverMessages.ACKNOWLEDGED -> {
        if (handOver.sends()) {
          String contact =
              HandOverMessages.read(body, HandOverMessages.Acknowledged.class).contact();
          if (rows.acknowledge(handOver, contact)) {
            journal.note(handOver, "handover.acknowledged", "");
          }
        }
      }
      default -> {
        if (handOver.sends()) {
          close(handOver, HandOverMessages.read(body, HandOverMessages.Closed.class).outcome());
        }
      }
    }
  }

  /**
   * Only a recipient that accepted closes: until then the sender waits for an answer, and a closed
   * hand-over would disappear from the pages of everybody who has to ask for one. Closing while
   * somebody is missing or on the way is accepted from older nodes, and where it crossed the
   * departure; the alarm stays, and the person is still awaited.
   */
  private void close(HandOver handOver, String outcome) {
    if (!handOver.accepted()) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, OUTCOME);
    }
    try {
      StepPrerequisites.outcome(handOver, RecordedStep.newest(steps.of(handOver)), outcome);
    } catch (Refused impossible) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, OUTCOME);
    }
    if (rows.close(handOver, outcome, null)) {
      journal.note(handOver, "handover.closed", outcome);
    }
  }

  private void step(HandOver handOver, String body, Instant at) {
    HandOverMessages.Recorded said = HandOverMessages.read(body, HandOverMessages.Recorded.class);
    try {
      RecordedStep.Draft draft = said.draft();
      if (draft.step().isOf(!handOver.sends()) && concerns(handOver, draft)) {
        substance.possible(handOver.mirrored().asMinor(), draft);
        if (draft.step().isReport()
            && StepPrerequisites.isEarly(RecordedStep.newest(steps.of(handOver)), draft)) {
          throw new RejectedMessage(RejectedMessage.Why.CONTENT, "on");
        }
        if (steps.came(said.id(), handOver, draft, at)) {
          journal.note(handOver, kind(draft), draft.code());
        }
      }
    } catch (DateTimeException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "on");
    }
  }

  /**
   * After a hand-over is over only where the person is concerns it, that the journey is not safe,
   * and a departure that crossed the end.
   */
  private static boolean concerns(HandOver handOver, RecordedStep.Draft draft) {
    return handOver.open()
        || draft.tellsOfSafety()
        || (draft.step() == Step.DEPARTED && draft.state().equals("done"));
  }

  /** A stopped journey and a missing person have journal entries of their own. */
  private static String kind(RecordedStep.Draft draft) {
    if (!draft.state().equals("done")) {
      return "handover.step";
    }
    return switch (draft.step()) {
      case RISK -> draft.tellsOfSafety() ? "handover.stopped" : "handover.step";
      case NOT_ARRIVED -> "handover.not-arrived";
      case FOUND -> "handover.found";
      default -> "handover.step";
    };
  }

  /** Registers a hand-over when its dossier arrives. */
  @EventListener
  void on(ReferralArrived arrived) {
    Dossier dossier = arrived.dossier();
    Dossier.HandOver frame = dossier.handOver();
    if (frame != null
        && !rows.insert(
            dossier.referral(),
            arrived.recipient(),
            arrived.sender(),
            false,
            dossier.purpose(),
            frame,
            dossier.minor(),
            Instant.parse(dossier.deadline()))) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "referral");
    }
  }

  /**
   * Handles a revocation by the sender: deletes what it reported, and everything if the case had
   * not been accepted here.
   */
  @EventListener
  void on(TakenBack back) {
    rows.find(back.about(), back.at())
        .filter(h -> !h.sends() && h.other().equals(back.by()))
        .ifPresent(
            h -> {
              if (h.caseId() == null) {
                steps.forget(h.id(), h.organisation());
              } else {
                steps.forget(h.id(), h.organisation(), h.other());
              }
            });
  }
}
