package org.passerelle.protect.sharing.letterbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.HandOverMessages;
import org.passerelle.protect.sharing.handover.RecipientView;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts of a guest in a letterbox. Each takes effect on the sender's side like a message from
 * another node, exactly once: the form token is the message identifier.
 */
@Service
public class GuestActs {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final DepositedDossierRows rows;
  private final Letters letters;
  private final RecipientView far;
  private final Declines declines;
  private final OutstandingAnswers still;
  private final Arrivals arrivals;
  private final AuditLog audit;
  private final Clock clock;

  GuestActs(
      DepositedDossierRows rows,
      Letters letters,
      RecipientView far,
      Declines declines,
      OutstandingAnswers still,
      Arrivals arrivals,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.letters = letters;
    this.far = far;
    this.declines = declines;
    this.still = still;
    this.arrivals = arrivals;
    this.audit = audit;
    this.clock = clock;
  }

  /** Acknowledges a hand-over, with a contact that the sender may call. */
  @Transactional
  public void acknowledge(UUID referral, UUID once, String contact) {
    DepositedDossier dossier = held(referral);
    noShelter(dossier, contact, "contact");
    say(
        dossier,
        once,
        HandOverMessages.ACKNOWLEDGED,
        HandOverMessages.json(new HandOverMessages.Acknowledged(contact)));
  }

  /**
   * Accepts or declines a referral.
   *
   * @param reason code of {@code decline_reasons}, or empty to accept
   * @param why explanation of a refusal
   * @throws Refused if it was already answered, or is declined without an explanation
   */
  @Transactional
  public void answer(UUID referral, UUID once, String reason, String why) {
    DepositedDossier dossier = held(referral);
    boolean accepts = reason.isEmpty();
    boolean said =
        say(
            dossier,
            once,
            accepts ? "referral.accepted" : "referral.declined",
            accepts ? "{}" : declines.said(reason, why, dossier.sender()));
    if (said) {
      if (dossier.answer() != null) {
        throw new Refused("referral.refused.answered");
      }
      rows.answered(referral, accepts ? "accepted" : "declined");
    }
  }

  /**
   * Reverses a refusal, so that it can be answered again, unless the sender has acted on it and
   * revokes the referral in the same moment.
   *
   * @throws Refused if it was not declined
   */
  @Transactional
  public void takeDeclineBack(UUID referral, UUID once) {
    DepositedDossier dossier = held(referral);
    if (say(dossier, once, Declines.TAKEN_BACK, "{}")) {
      if (!"declined".equals(dossier.answer())) {
        throw new Refused("referral.refused.meanwhile");
      }
      rows.answered(referral, null);
    }
  }

  /**
   * Reverses an acceptance, so that it can be answered again.
   *
   * @throws Refused if it was not accepted, or the sender has acted on it
   */
  @Transactional
  public void takeAcceptanceBack(UUID referral, UUID once, String why) {
    DepositedDossier dossier = held(referral);
    if (!"accepted".equals(dossier.answer())) {
      throw new Refused("referral.refused.meanwhile").at("why");
    }
    if (say(
        dossier,
        once,
        Acceptances.TAKEN_BACK,
        declines.acceptance(referral, why, dossier.sender()))) {
      rows.answered(referral, null);
    }
  }

  /**
   * Records a step of a hand-over; where the person is even after a revocation.
   *
   * @throws Refused with a message that says what is missing
   */
  @Transactional
  public void step(UUID referral, UUID once, RecordedStep.Draft draft) {
    DepositedDossier dossier = draft.step().isWhereabouts() ? opened(referral) : held(referral);
    HandOver handOver =
        far.of(referral, dossier.sender()).orElseThrow(() -> new Refused("handover.refused.over"));
    String said = HandOverMessages.json(HandOverMessages.Recorded.of(once, draft));
    if (dossier.takenBackAt() == null) {
      far.check(handOver, RecordedStep.newest(letters.steps(dossier, rows.items(dossier))), draft);
      say(dossier, once, HandOverMessages.STEP, said);
    } else {
      // the letterbox was emptied including its key: the sender is told, and nothing is stored here
      far.check(handOver.takenBack(), Map.of(), draft);
      arrivals.take(received(dossier, once, HandOverMessages.STEP, said));
    }
  }

  /** Writes a message to the sender. */
  @Transactional
  public void write(UUID referral, UUID once, String text) {
    DepositedDossier dossier = held(referral);
    noShelter(dossier, text, "text");
    say(dossier, once, "referral.message", JSON.writeValueAsString(Map.of("text", text)));
  }

  /** Confirms that the guest's own file is correct after a correction by the sender. */
  @Transactional
  public void corrected(UUID referral, UUID once, UUID correction) {
    say(held(referral), once, Corrections.TAKEN, Corrections.taken(correction));
  }

  /**
   * Uploads a file, which enters the sender's case when somebody there accepts it.
   *
   * @param content content whose type was checked
   */
  @Transactional
  public void leave(UUID referral, UUID once, String name, byte[] content) {
    DepositedDossier dossier = held(referral);
    if (letters.leave(dossier, once, name, content)) {
      audit.writeByHouse(
          dossier.sender(),
          "letterbox.file-left",
          "referral",
          referral,
          Map.of("letterbox", dossier.letterbox().toString()));
    }
  }

  /** Closes a hand-over with its outcome. */
  @Transactional
  public void close(UUID referral, UUID once, String outcome) {
    DepositedDossier dossier = held(referral);
    Optional<HandOver> handOver =
        far.of(referral, dossier.sender()).filter(h -> h.open() && h.accepted());
    if (handOver.isEmpty()) {
      throw new Refused("handover.refused.over");
    }
    far.closing(
        handOver.get(), RecordedStep.newest(letters.steps(dossier, rows.items(dossier))), outcome);
    say(
        dossier,
        once,
        HandOverMessages.CLOSED,
        HandOverMessages.json(new HandOverMessages.Closed(outcome)));
  }

  /**
   * Confirms that nothing of what was recalled is kept; the letterbox then expires.
   *
   * @param answer additional remarks for the sender; may be empty
   */
  @Transactional
  public void confirm(UUID referral, UUID once, String answer) {
    rows.hold(referral);
    DepositedDossier dossier =
        rows.find(referral).orElseThrow(() -> new Refused("letterbox.refused.ended"));
    boolean stated = law(dossier).isPresent();
    if (dossier.takenBackAt() == null || (dossier.confirmedAt() != null && !stated)) {
      return;
    }
    rows.confirmed(referral);
    if (!answer.isBlank()) {
      noShelter(dossier, answer, "answer");
      // a separate message with an identifier derived from the form, so that it is sent once
      UUID beside = UUID.nameUUIDFromBytes((once + " answer").getBytes(StandardCharsets.UTF_8));
      arrivals.take(
          received(
              dossier,
              beside,
              "referral.message",
              JSON.writeValueAsString(Map.of("text", answer))));
    }
    arrivals.take(received(dossier, once, WithdrawalAnswers.ACKNOWLEDGED, "{}"));
  }

  /** States that a law forbids erasing; until it no longer applies, the letterbox is closed. */
  @Transactional
  public void forbidden(UUID referral, UUID once, WithdrawalAnswers.Draft draft) {
    rows.hold(referral);
    DepositedDossier dossier =
        rows.find(referral).orElseThrow(() -> new Refused("letterbox.refused.ended"));
    if (dossier.takenBackAt() != null) {
      noShelter(dossier, draft.reference(), "reference");
      rows.confirmed(referral);
      arrivals.take(
          received(dossier, once, WithdrawalAnswers.FORBIDDEN, WithdrawalAnswers.json(draft)));
    }
  }

  /** The stated law, while it applies. */
  @Transactional(readOnly = true)
  public Optional<WithdrawalAnswers.Statement> law(DepositedDossier dossier) {
    return still.law(dossier);
  }

  private void noShelter(DepositedDossier dossier, String text, String field) {
    far.noShelter(dossier.letterbox(), dossier.sender(), text, field);
  }

  private DepositedDossier held(UUID referral) {
    DepositedDossier dossier = opened(referral);
    if (dossier.takenBackAt() != null) {
      throw new Refused("letterbox.refused.ended");
    }
    return dossier;
  }

  /** The opened dossier, even if nothing is left in it. */
  private DepositedDossier opened(UUID referral) {
    rows.hold(referral);
    return rows.find(referral)
        .filter(d -> d.opens(clock.instant()))
        .orElseThrow(() -> new Refused("letterbox.refused.ended"));
  }

  /**
   * Sends a message and returns whether it is new; a repeated form was already sent. A token that a
   * forged form copies from another item in this letterbox has no effect.
   */
  private boolean say(DepositedDossier dossier, UUID once, String kind, String content) {
    if (rows.has(once)) {
      return false;
    }
    boolean isNew = arrivals.take(received(dossier, once, kind, content)) == Arrivals.Entered.NEW;
    if (isNew) {
      rows.put(dossier, once, true, kind, content);
    }
    return isNew;
  }

  private Received received(DepositedDossier dossier, UUID once, String kind, String content) {
    return new Received(
        once,
        kind,
        1,
        dossier.letterbox(),
        dossier.sender(),
        dossier.referral(),
        clock.instant(),
        content);
  }
}
