package org.passerelle.protect.sharing.referral.onward;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.WithdrawalMessage;
import org.passerelle.protect.sharing.referral.withdrawal.RecallConfirmed;
import org.passerelle.protect.sharing.referral.withdrawal.RetentionLawStated;
import org.passerelle.protect.sharing.referral.withdrawal.TakenBack;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Propagates a recall along the chain of recipients. When the sender of a dossier recalls it,
 * everything passed on from it is recalled in the same transaction. Each organisation hears of it
 * only from the one that gave it the data, and the answers travel back the same way to the first
 * sender.
 */
@Service
public class OnwardRecalls {
  /** Message type that tells the sender what happened to its data at further recipients. */
  public static final String PASSED_ON = "withdrawal.passed-on";

  /** Country code if the country is unknown. */
  private static final String NOWHERE = "ZZ";

  private final OnwardDisclosures dossiers;
  private final OnwardRecipientRows rows;
  private final Disclosures disclosures;
  private final Addressees organisations;
  private final Outbox outbox;
  private final CaseJournal journal;
  private final AuditLog audit;

  OnwardRecalls(
      OnwardDisclosures dossiers,
      OnwardRecipientRows rows,
      Disclosures disclosures,
      Addressees organisations,
      Outbox outbox,
      CaseJournal journal,
      AuditLog audit) {
    this.dossiers = dossiers;
    this.rows = rows;
    this.disclosures = disclosures;
    this.organisations = organisations;
    this.outbox = outbox;
    this.journal = journal;
    this.audit = audit;
  }

  /** To whom a referral was passed on and what they answered, as known to one of its two sides. */
  @Transactional(readOnly = true)
  public List<OnwardRecipient> of(UUID referral, UUID organisation) {
    return rows.of(referral, organisation);
  }

  /** The sender of a dossier recalls it. Runs before the dossier is deleted. */
  @EventListener
  void on(TakenBack back) {
    dossiers
        .find(back.about(), back.at(), back.by())
        .ifPresent(dossier -> dossiers.passedOn(dossier).forEach(way -> end(dossier, way)));
  }

  /** Stops messages that have not been sent; recipients of the others are told. */
  private void end(OnwardDisclosures.There dossier, OnwardDisclosures.Way way) {
    outbox.end(
        new Outbox.Which.OfOrder(way.onward(), dossier.organisation()),
        Ending.WITHDRAWN,
        Ending.WITHDRAWN.code());
    Optional<Disclosures.Disclosure> arrived =
        disclosures.of(dossier.caseId()).stream()
            .filter(d -> way.equals(OnwardDisclosures.Way.of(d)) && d.state().equals("delivered"))
            .findFirst();
    if (arrived.isPresent() && rows.by(way.onward(), dossier.organisation()).isEmpty()) {
      tell(dossier, arrived.get());
    }
  }

  private void tell(OnwardDisclosures.There dossier, Disclosures.Disclosure passed) {
    outbox.put(
        new Outbox.Outgoing(
            "consent.withdrawn",
            1,
            passed.referral(),
            dossier.organisation(),
            passed.recipient(),
            null,
            null,
            WithdrawalMessage.json(passed.referral(), passed.basis())));
    // an organisation that this node no longer knows must not block the recall
    Optional<Organisation> to = organisations.find(passed.recipient());
    OnwardRecipientMessage message =
        new OnwardRecipientMessage(
            passed.referral(),
            passed.recipient(),
            to.map(Organisation::name).orElseGet(() -> OnwardRecipientMessage.name("{}")),
            to.map(Organisation::country).orElse(NOWHERE),
            "told",
            null);
    rows.keep(dossier.organisation(), dossier.referral(), dossier.sender(), message);
    tellOrigin(dossier.organisation(), dossier.referral(), dossier.sender(), message);
    journal.addByHouse(dossier.caseId(), "passed-on.told", "", passed.referral());
    audit.writeByHouse(
        dossier.organisation(),
        "withdrawal.passed-on",
        "case",
        dossier.caseId(),
        Map.of(
            "recipient", passed.recipient().toString(),
            "origin", dossier.sender().toString()));
  }

  private void tellOrigin(UUID from, UUID referral, UUID origin, OnwardRecipientMessage message) {
    // an older node does not know this message; the earlier request stays visible there
    if (organisations.takes(origin, PASSED_ON)) {
      outbox.put(
          new Outbox.Outgoing(PASSED_ON, 1, referral, from, origin, null, null, message.json()));
    }
  }

  /** A further recipient confirmed the recall. */
  @EventListener
  void on(RecallConfirmed confirmed) {
    answered(confirmed.about(), confirmed.by(), confirmed.at(), "confirmed", null);
  }

  /** A further recipient states a law. */
  @EventListener
  void on(RetentionLawStated stated) {
    answered(stated.about(), stated.by(), stated.at(), "forbidden", stated.law());
  }

  private void answered(
      UUID onward, UUID by, UUID at, String state, WithdrawalAnswers.@Nullable Draft law) {
    for (OnwardRecipientRows.Kept one : rows.by(onward, at)) {
      UUID origin = one.origin();
      if (origin != null
          && one.what().recipient().equals(by)
          && !one.what().state().equals("confirmed")) {
        OnwardRecipientMessage message = OnwardRecipientMessage.of(one.what()).now(state, law);
        rows.keep(at, one.what().originReferral(), origin, message);
        tellOrigin(at, one.what().originReferral(), origin, message);
      }
    }
  }

  /**
   * The recipient of a referral reports what happened to the data that it passed on; the report is
   * forwarded to the organisation from which the data came.
   *
   * @param referral known to the caller to have been sent to the one who reports
   */
  void heard(UUID referral, UUID at, OnwardRecipientMessage message) {
    boolean first =
        rows.of(referral, at).stream()
            .noneMatch(
                p ->
                    p.onward().equals(message.onward())
                        && p.recipient().equals(message.recipient())
                        && p.state().equals(message.state()));
    rows.keep(at, referral, null, message);
    if (first) {
      dossiers
          .caseOf(referral, at)
          .ifPresent(
              file -> journal.addByHouse(file, "passed-on." + message.state(), "", referral));
    }
    Set<UUID> told = new HashSet<>();
    for (OnwardRecipientRows.Kept one : rows.by(referral, at)) {
      UUID origin = one.origin();
      if (origin != null && told.add(one.what().originReferral())) {
        tellOrigin(at, one.what().originReferral(), origin, message);
      }
    }
  }
}
