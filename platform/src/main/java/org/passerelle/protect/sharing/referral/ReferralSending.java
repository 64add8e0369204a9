package org.passerelle.protect.sharing.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.dossier.DossierPost;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Sends referrals: judges the basis, records the disclosure and puts the dossier into the outbox.
 */
@Component
class ReferralSending {
  private final ReferralRows rows;
  private final ReferralDrafts drafts;
  private final ReferralBasis bases;
  private final OnwardRequests onward;
  private final Approvals approvals;
  private final Disclosures disclosures;
  private final DossierPost post;
  private final CaseJournal journal;

  ReferralSending(
      ReferralRows rows,
      ReferralDrafts drafts,
      ReferralBasis bases,
      OnwardRequests onward,
      Approvals approvals,
      Disclosures disclosures,
      DossierPost post,
      CaseJournal journal) {
    this.rows = rows;
    this.drafts = drafts;
    this.bases = bases;
    this.onward = onward;
    this.approvals = approvals;
    this.disclosures = disclosures;
    this.post = post;
    this.journal = journal;
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
  Referrals.Sent send(UUID id, SignedIn who) {
    Referral draft = rows.draftOf(id, who);
    Case file = rows.file(draft, who);
    drafts.refusePlaced(draft);
    String kind = bases.kind(bases.judgeBasis(file, draft));
    Optional<Objection> limited = bases.againstOnward(file, draft);
    if (limited.isEmpty() && !approvals.needed(Referrals.SEND, who)) {
      sendNow(id, who, null);
      return Referrals.Sent.LEFT;
    }
    drafts.refuseShelters(file, drafts.dossier(draft, who));
    if (limited.isPresent() && !OnwardLimits.urgent(kind)) {
      onward.ask(file, draft, kind, who);
      return Referrals.Sent.WAITS_FOR_ORIGIN;
    }
    approvals.request(
        Referrals.SEND,
        new ActSubject("referral", id, file.organisation(), file.id()),
        Map.of(
            "code",
            file.code(),
            "service",
            draft.service(),
            "recipient",
            draft.recipient().toString()),
        who);
    return Referrals.Sent.WAITS_FOR_SUPERVISOR;
  }

  /**
   * Judges the basis, records the disclosure, puts the dossier into the outbox and writes the
   * journal, all in one transaction.
   */
  void sendNow(UUID id, SignedIn who, @Nullable SignedIn second) {
    Referral draft = rows.draftOf(id, who);
    Case file = rows.file(draft, who);
    drafts.refusePlaced(draft);
    UUID basis = bases.judgeBasis(file, draft);
    Optional<Objection> limited = bases.againstOnward(file, draft);
    if (limited.isPresent()) {
      String kind = bases.kind(basis);
      if (second == null || !OnwardLimits.urgent(kind)) {
        ReferralBasis.refuse(limited.get());
      } else {
        onward.urgent(file, draft, kind, who, second);
      }
    }
    DossierPost.Packed packed = post.packed(drafts.dossier(draft, who), draft, who);
    Dossier dossier = packed.dossier();
    drafts.refuseShelters(file, dossier);
    // with two simultaneous senders the second finds that it is no longer a draft
    rows.move(id, "draft", "queued");
    rows.give(id, draft.caseId(), dossier.fields());
    UUID message = post.put(packed, draft, basis, who);
    disclosures.record(
        new Disclosures.Draft(
            draft.caseId(),
            draft.recipient(),
            bases.isConsent(basis) ? "consent" : "legal_ground",
            basis,
            bases.version(basis),
            draft.purpose(),
            List.copyOf(dossier.told()),
            dossier.onward(),
            message,
            id),
        who);
    journal.add(draft.caseId(), "referral.queued", draft.service(), id, who);
  }
}
