package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.Objection;
import org.passerelle.protect.consent.Released;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that the organisation sends: drafted, released field by field, sent once, followed
 * until their end.
 */
@Service
public class Referrals {
  /** Sending a referral as an act that may need a second person. */
  public static final String SEND = "referral.send";

  /** Service of a referral that hands the case over to another country. */
  public static final String HAND_OVER = "hand_over";

  /** Kind of the message, and of the line in the log, that a request was taken back. */
  public static final String REVOKED = "referral.revoked";

  /** Kind of the message by which such a case arrives. */
  public static final String HANDED_OVER = "handover.sent";

  private final ReferralRows rows;
  private final ReferralDrafts drafts;
  private final ReferralSending sending;
  private final ReferralWords words;
  private final Disclosures disclosures;
  private final Outbox outbox;
  private final CaseJournal journal;
  private final AuditLog audit;

  Referrals(
      ReferralRows rows,
      ReferralDrafts drafts,
      ReferralSending sending,
      ReferralWords words,
      Disclosures disclosures,
      Outbox outbox,
      CaseJournal journal,
      AuditLog audit) {
    this.rows = rows;
    this.drafts = drafts;
    this.sending = sending;
    this.words = words;
    this.disclosures = disclosures;
    this.outbox = outbox;
    this.journal = journal;
    this.audit = audit;
  }

  /** Begins a draft; nothing leaves. */
  @Transactional
  public UUID draft(UUID caseId, Referral.Draft draft, SignedIn who) {
    return drafts.draft(caseId, draft, who);
  }

  /** Whether a referral may say where the person of a case is now: not while they are placed. */
  @Transactional(readOnly = true)
  public boolean placeOpen(UUID caseId) {
    return drafts.placeOpen(caseId);
  }

  /** A referral of a case that the user may see. */
  @Transactional(readOnly = true)
  public Referral find(UUID id, SignedIn who) {
    return rows.find(id, who);
  }

  /** Referrals of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Referral> of(UUID caseId, SignedIn who) {
    return rows.of(caseId, who);
  }

  /** Referrals of all cases whose team the user belongs to, those that wait first. */
  @Transactional(readOnly = true)
  public List<Referral> mine(SignedIn who, int limit) {
    return rows.mine(who, limit);
  }

  /** The fields that the case holds, with their values, for choosing; the look is logged. */
  @Transactional
  public Map<Released, List<String>> values(Referral referral, SignedIn who) {
    return drafts.values(referral, who);
  }

  /** What forbids giving a field on a basis; nothing if it may go. */
  @Transactional(readOnly = true)
  public Optional<Objection> objection(
      Referral referral, Released field, @Nullable UUID basis, SignedIn who) {
    return drafts.objection(referral, field, basis, who);
  }

  /** What forbids giving what is asked for in words; nothing if it may go. */
  @Transactional(readOnly = true)
  public Optional<Objection> againstRequest(Referral referral, UUID basis, SignedIn who) {
    return drafts.againstRequest(referral, basis, who);
  }

  /** Keeps a choice of fields and basis in the draft. */
  @Transactional
  public void choose(UUID id, List<String> fields, @Nullable UUID basis, SignedIn who) {
    drafts.choose(id, fields, List.of(), basis, who);
  }

  /**
   * The same with answers of a screening.
   *
   * @param answers ids of their questions
   */
  @Transactional
  public void choose(
      UUID id, List<String> fields, List<String> answers, @Nullable UUID basis, SignedIn who) {
    drafts.choose(id, fields, answers, basis, who);
  }

  /** Answers of a screening of the case that can be given; the look is logged. */
  @Transactional
  public List<ScreenedAnswers.One> answers(Referral referral, SignedIn who) {
    return drafts.answers(referral, who);
  }

  /** What the recipient will get if it is sent as it stands. */
  @Transactional
  public Dossier preview(UUID id, SignedIn who) {
    return drafts.preview(id, who);
  }

  /**
   * Sends, or asks for it where the organisation wants a supervisor's yes: the draft then waits.
   *
   * <p>What came from another organisation that did not allow passing it on waits for that
   * organisation's answer, or, where that cannot wait, for a supervisor's yes.
   *
   * @return whether it left, or for whom it waits
   * @throws Refused if the basis does not cover what was chosen
   */
  @Transactional
  public Sent send(UUID id, SignedIn who) {
    return sending.send(id, who);
  }

  /** What became of a referral that was to be sent. */
  public enum Sent {
    /** It is on its way. */
    LEFT,
    /** A second person must agree first. */
    WAITS_FOR_SUPERVISOR,
    /** Whoever gave the dossier was asked whether it may be passed on. */
    WAITS_FOR_ORIGIN
  }

  /**
   * Takes a request back that nobody has accepted. What waits does not leave; whoever has received
   * something is told and stops using it.
   *
   * @throws Refused if it was accepted: then whoever took it on is told why
   * @return how it stands again should this be taken back at once
   */
  @Transactional
  public String revoke(UUID id, SignedIn who) {
    if (rows.find(id, who).state().equals("accepted")) {
      throw new Refused("referral.refused.why").at("why");
    }
    return takenBack(id, "{}", who);
  }

  /**
   * Takes a request back and says why.
   *
   * @param why in words; nothing of the person
   * @return how it stands again should this be taken back at once
   */
  @Transactional
  public String revoke(UUID id, String why, SignedIn who) {
    return takenBack(id, ReferralMessages.asWords(words.why(why, who.organisation())), who);
  }

  private String takenBack(UUID id, String payload, SignedIn who) {
    refuseEnded(rows.find(id, who));
    // first what waits, as a delivery does: then each sees what the other has done
    List<UUID> stopped = endWaiting(id, who);
    Referral found = rows.find(id, who);
    if (found.state().equals("revoked")) {
      if (stopped.isEmpty()) {
        return "draft";
      }
    } else {
      refuseEnded(found);
      rows.move(id, found.state(), "revoked");
    }
    if (found.state().equals("draft")) {
      return "draft";
    }
    // the referral is held now: what was sent while the first look was taken waits, or has arrived
    endWaiting(id, who);
    boolean arrived = disclosures.arrived(id);
    if (arrived) {
      outbox.put(
          new Outbox.Outgoing(
              REVOKED, 1, id, who.organisation(), found.recipient(), null, null, payload));
    }
    journal.add(found.caseId(), REVOKED, found.service(), id, who);
    audit.write(who, REVOKED, "referral", id, Map.of());
    return arrived && !found.state().equals("revoked") ? found.state() : "draft";
  }

  private List<UUID> endWaiting(UUID id, SignedIn who) {
    return outbox.end(
        new Outbox.Which.OfOrder(id, who.organisation()), Ending.REVOKED, Ending.REVOKED.code());
  }

  private static void refuseEnded(Referral found) {
    if (!found.state().equals("draft") && !found.awaited() && !found.state().equals("accepted")) {
      throw new Refused("referral.refused.ended");
    }
  }

  /** The law that its recipient stated instead of confirming that everything is erased. */
  @Transactional(readOnly = true)
  public Optional<WithdrawalAnswers.Statement> law(UUID id, SignedIn who) {
    return rows.law(rows.find(id, who));
  }

  /** To whom its recipient passed it on, where it was taken back, and what they answered. */
  @Transactional(readOnly = true)
  public List<PassedOn> passedOn(UUID id, SignedIn who) {
    return rows.passedOn(rows.find(id, who));
  }

  /** When its recipient was told that the origin of what it carried took that back. */
  @Transactional(readOnly = true)
  public Optional<Instant> takenBackByOrigin(UUID id, SignedIn who) {
    return rows.takenBackByOrigin(rows.find(id, who));
  }

  /**
   * Writes to the recipient about a referral, on the basis of what was given.
   *
   * @throws Refused if that does not cover words any more, or they name a shelter
   */
  @Transactional
  public void write(UUID id, String text, SignedIn who) {
    words.write(id, text, who);
    audit.write(who, "referral.message-sent", "referral", id, Map.of());
  }

  /** The house itself writes to the recipient, in words that tell nothing of the person. */
  @Transactional
  public void writeByHouse(UUID id, UUID organisation, String text) {
    words.writeByHouse(id, organisation, text);
    audit.writeByHouse(organisation, "referral.message-sent", "referral", id, Map.of());
  }

  /** The messages of a referral, oldest first. */
  @Transactional(readOnly = true)
  public List<Referral.Message> messages(UUID id, SignedIn who) {
    rows.find(id, who);
    return words.of(id, who.organisation());
  }
}
