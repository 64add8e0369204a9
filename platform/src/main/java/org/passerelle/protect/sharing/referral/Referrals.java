package org.passerelle.protect.sharing.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.screening.ScreenedAnswers;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that the organisation sends: drafted, released field by field, sent once, followed
 * until they end.
 */
@Service
public class Referrals {
  /** Act of sending a referral, which may need a second person. */
  public static final String SEND = "referral.send";

  /** Longest message, in characters. */
  public static final int LONGEST_MESSAGE = 4_000;

  /** Service of a referral that hands the case over to another country. */
  public static final String HAND_OVER = "hand_over";

  /** Message type and log action of a revoked request. */
  public static final String REVOKED = "referral.revoked";

  /** Message type by which a case that is handed over arrives. */
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

  /** Begins a draft; nothing is sent. */
  @Transactional
  public UUID draft(UUID caseId, Referral.Draft draft, SignedIn who) {
    return drafts.draft(caseId, draft, who);
  }

  /** Whether a referral may say where the person is now: not while they are in a placement. */
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

  /** Fields of the case with their values, to choose from; the access is logged. */
  @Transactional
  public Map<Released, List<String>> values(Referral referral, SignedIn who) {
    return drafts.values(referral, who);
  }

  /** Returns the objection against giving a field on a basis; empty if it may be given. */
  @Transactional(readOnly = true)
  public Optional<Objection> objection(
      Referral referral, Released field, @Nullable UUID basis, SignedIn who) {
    return drafts.objection(referral, field, basis, who);
  }

  /** Fields whose words name a shelter; each with the objection against giving it. */
  @Transactional(readOnly = true)
  public Map<String, Objection> sheltersNamed(
      Referral referral, Map<String, List<String>> fields, SignedIn who) {
    return drafts.sheltersNamed(referral, fields, who).stream()
        .collect(Collectors.toMap(code -> code, code -> ReferralDrafts.SHELTER));
  }

  /** Returns the objection against sending the text of the request; empty if it may be sent. */
  @Transactional(readOnly = true)
  public Optional<Objection> againstRequest(Referral referral, UUID basis, SignedIn who) {
    return drafts.againstRequest(referral, basis, who);
  }

  /** Stores the chosen fields and basis in the draft. */
  @Transactional
  public void choose(UUID id, List<String> fields, @Nullable UUID basis, SignedIn who) {
    drafts.choose(id, fields, List.of(), basis, who);
  }

  /**
   * Stores the chosen fields, screening answers and basis in the draft.
   *
   * @param answers identifiers of the questions
   */
  @Transactional
  public void choose(
      UUID id, List<String> fields, List<String> answers, @Nullable UUID basis, SignedIn who) {
    drafts.choose(id, fields, answers, basis, who);
  }

  /** Screening answers of the case that can be given; the access is logged. */
  @Transactional
  public List<ScreenedAnswers.One> answers(Referral referral, SignedIn who) {
    return drafts.answers(referral, who);
  }

  /** Returns the dossier that the recipient would receive if the draft were sent now. */
  @Transactional
  public Dossier preview(UUID id, SignedIn who) {
    return drafts.preview(id, who);
  }

  /**
   * Sends a draft, or requests approval if the organisation requires a supervisor's approval; the
   * draft then waits.
   *
   * <p>Data from another organisation that did not allow passing them on wait for that
   * organisation's answer or, if that cannot be awaited, for a supervisor's approval.
   *
   * @return whether it was sent, or for whom it waits
   * @throws Refused if the basis does not cover what was chosen
   */
  @Transactional
  public Sent send(UUID id, SignedIn who) {
    return sending.send(id, who);
  }

  /** Result of sending a referral. */
  public enum Sent {
    /** It is on its way. */
    LEFT,
    /** A second person must approve first. */
    WAITS_FOR_SUPERVISOR,
    /** The origin of the data was asked whether they may be passed on. */
    WAITS_FOR_ORIGIN
  }

  /**
   * Revokes a request that nobody has accepted. Waiting messages are stopped; a recipient that has
   * received anything is told and stops using it.
   *
   * @throws Refused if it was accepted; the organisation that accepted it must then be told why
   * @return state to restore if the revocation is undone at once
   */
  @Transactional
  public String revoke(UUID id, SignedIn who) {
    if (rows.find(id, who).state().equals("accepted")) {
      throw new Refused("referral.refused.why").at("why");
    }
    return takenBack(id, "{}", who);
  }

  /**
   * Revokes a request with an explanation.
   *
   * @param why explanation, without information about the person
   * @return state to restore if the revocation is undone at once
   */
  @Transactional
  public String revoke(UUID id, String why, SignedIn who) {
    return takenBack(id, ReferralMessages.asWords(words.why(why, who.organisation())), who);
  }

  private String takenBack(UUID id, String payload, SignedIn who) {
    refuseEnded(rows.find(id, who));
    // waiting messages first, in the same order as a delivery, so that each sees what the other did
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
    // the referral is locked now: messages sent since the first pass are waiting or have arrived
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
    if (found.withdrawn()) {
      throw new Refused("referral.refused.withdrawn");
    }
    if (!found.state().equals("draft") && !found.awaited() && !found.state().equals("accepted")) {
      throw new Refused("referral.refused.ended");
    }
  }

  /** The law that the recipient stated instead of confirming that everything is erased. */
  @Transactional(readOnly = true)
  public Optional<WithdrawalAnswers.Statement> law(UUID id, SignedIn who) {
    return rows.law(rows.find(id, who));
  }

  /** Further recipients of a recalled referral and what they answered. */
  @Transactional(readOnly = true)
  public List<OnwardRecipient> passedOn(UUID id, SignedIn who) {
    return rows.passedOn(rows.find(id, who));
  }

  /** When the recipient was told that the origin of the data recalled it. */
  @Transactional(readOnly = true)
  public Optional<Instant> takenBackByOrigin(UUID id, SignedIn who) {
    return rows.takenBackByOrigin(rows.find(id, who));
  }

  /**
   * Writes to the recipient about a referral, on the basis of the dossier.
   *
   * @throws Refused if the basis no longer covers free text, or it names a shelter
   */
  @Transactional
  public void write(UUID id, String text, SignedIn who) {
    words.write(id, text, who);
    audit.write(who, "referral.message-sent", "referral", id, Map.of());
  }

  /** Writes an automatic message to the recipient that says nothing about the person. */
  @Transactional
  public void writeByHouse(UUID id, UUID organisation, String text) {
    words.writeByHouse(id, organisation, text);
    audit.writeByHouse(organisation, "referral.message-sent", "referral", id, Map.of());
  }

  /** Messages about a referral, oldest first. */
  @Transactional(readOnly = true)
  public List<Referral.Message> messages(UUID id, SignedIn who) {
    rows.find(id, who);
    return words.of(id, who.organisation());
  }
}
