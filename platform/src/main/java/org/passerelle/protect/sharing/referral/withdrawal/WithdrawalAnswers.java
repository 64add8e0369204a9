package org.passerelle.protect.sharing.referral.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A recipient's answers to a recall: that nothing of it is used any more, or the law that forbids
 * it to erase (GDPR, articles 17 (3) and 19). The dossier is deleted in either case; a law can only
 * keep the recipient's own file that was opened from it.
 */
@Service
public class WithdrawalAnswers {
  /** Message type that confirms that nothing is kept. */
  public static final String ACKNOWLEDGED = "consent.withdrawal-acknowledged";

  /** Message type that states a law. */
  public static final String FORBIDDEN = "erasure.forbidden";

  /** Maximum length of a legal reference, in characters. */
  public static final int LONGEST = 200;

  private final ReceivedReferrals received;
  private final RetainedRows rows;
  private final Addressees organisations;
  private final ShelterNames shelters;
  private final Outbox outbox;
  private final CaseJournal journal;
  private final AuditLog audit;

  WithdrawalAnswers(
      ReceivedReferrals received,
      RetainedRows rows,
      Addressees organisations,
      ShelterNames shelters,
      Outbox outbox,
      CaseJournal journal,
      AuditLog audit) {
    this.received = received;
    this.rows = rows;
    this.organisations = organisations;
    this.shelters = shelters;
    this.outbox = outbox;
    this.journal = journal;
    this.audit = audit;
  }

  /**
   * A law that forbids erasing.
   *
   * @param ground code of {@code retention_laws}
   * @param reference law and article, 1 to {@link #LONGEST} characters, without information about
   *     the person
   * @param until last day on which it applies, or null if unknown
   */
  public record Draft(String ground, String reference, @Nullable LocalDate until) {}

  /** A law with the time at which it was stated. */
  public record Statement(
      String ground, String reference, @Nullable LocalDate until, Instant saidAt) {
    /** Whether the law no longer forbids erasing. */
    public boolean over(LocalDate today) {
      return until != null && today.isAfter(until);
    }
  }

  /**
   * Confirms that the data are no longer used and nothing of them is kept.
   *
   * @throws Refused while an own case opened from them still has them; it has to be erased first,
   *     which confirms automatically, or the law that forbids it has to be stated
   */
  @Transactional
  public void acknowledge(UUID id, SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    if (found.keeps()) {
      throw new Refused("retained.refused.case-keeps").at("reference");
    }
    boolean wasKept = rows.over(id, who.organisation());
    if (rows.answered(id, wasKept)) {
      tell(found, ACKNOWLEDGED, "{}");
      audit.write(who, "withdrawal.acknowledged", "referral", id, Map.of());
    }
  }

  /** Whether the other side can be told of a law; an older node cannot. */
  @Transactional(readOnly = true)
  public boolean canState(ReceivedReferral referral) {
    return organisations.takes(referral.sender(), FORBIDDEN);
  }

  /**
   * States the law that forbids erasing; can be repeated with another law or date.
   *
   * @throws Refused if nothing was recalled, the sender's node cannot be told, or the reference
   *     names a shelter
   */
  @Transactional
  public void forbidden(UUID id, Draft draft, SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    if (!canState(found)) {
      throw new Refused("retained.refused.older").at("reference");
    }
    if (shelters.isNamedIn(draft.reference(), found.organisation())) {
      throw new Refused("referral.refused.shelter.words").at("reference");
    }
    if (!rows.answered(id, true)) {
      throw new Refused("retained.refused.not-taken-back").at("reference");
    }
    rows.keep(id, who.organisation(), draft);
    tell(found, FORBIDDEN, json(draft));
    UUID caseId = found.caseId();
    if (caseId != null) {
      journal.add(caseId, FORBIDDEN, "", id, who);
    }
    audit.write(who, FORBIDDEN, "referral", id, Map.of("ground", draft.ground()));
  }

  /** The law stated about a referral, as stored by one of its two sides. */
  @Transactional(readOnly = true)
  public Optional<Statement> stated(UUID referral, UUID organisation) {
    return rows.of(referral, organisation);
  }

  /** Serialises a statement. */
  public static String json(Draft draft) {
    return RetainedRows.json(draft);
  }

  /** Sends an answer, which states the status and nothing about the person. */
  private void tell(ReceivedReferral found, String kind, String payload) {
    outbox.put(
        new Outbox.Outgoing(
            kind, 1, found.id(), found.organisation(), found.sender(), null, null, payload));
  }
}
