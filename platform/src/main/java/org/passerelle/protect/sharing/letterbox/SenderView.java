package org.passerelle.protect.sharing.letterbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sender's view of a dossier in a letterbox: its status, and who may open it. */
@Service
public class SenderView {
  private final Referrals referrals;
  private final DepositedDossierRows rows;
  private final Letters letters;
  private final Secret secret;
  private final Letterboxes letterboxes;
  private final CaseAttachments files;
  private final OutstandingAnswers still;
  private final AuditLog audit;

  SenderView(
      Referrals referrals,
      DepositedDossierRows rows,
      Letters letters,
      Secret secret,
      Letterboxes letterboxes,
      CaseAttachments files,
      OutstandingAnswers still,
      AuditLog audit) {
    this.referrals = referrals;
    this.rows = rows;
    this.letters = letters;
    this.secret = secret;
    this.letterboxes = letterboxes;
    this.files = files;
    this.still = still;
    this.audit = audit;
  }

  /**
   * A referral in a letterbox.
   *
   * @throws NotFound if the reader does not see its case, or it is not in a letterbox
   */
  @Transactional(readOnly = true)
  public DepositedDossier find(UUID referral, SignedIn who) {
    referrals.find(referral, who);
    return rows.find(referral)
        .filter(d -> d.sender().equals(who.organisation()))
        .orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public Letterbox letterbox(DepositedDossier dossier) {
    return letterboxes.one(dossier.letterbox()).orElseThrow(NotFound::new);
  }

  /** The letterbox to which a referral goes, if any. */
  @Transactional(readOnly = true)
  public Optional<Letterbox> to(Referral referral) {
    return letterboxes.one(referral.recipient());
  }

  /** The law that the guest stated instead of confirming that nothing is kept. */
  @Transactional(readOnly = true)
  public Optional<WithdrawalAnswers.Statement> law(DepositedDossier dossier) {
    return still.law(dossier);
  }

  /** Whether a person who set out for that country did not arrive and has not been found. */
  @Transactional(readOnly = true)
  public boolean isLookedFor(DepositedDossier dossier) {
    return still.isLookedFor(dossier);
  }

  /** Whether another code or link can be created. */
  @Transactional(readOnly = true)
  public boolean opensAgain(DepositedDossier dossier) {
    // the guest of a closed letterbox can still confirm that a recalled dossier is deleted
    return !still.isNothing(dossier)
        && (letterbox(dossier).active() || dossier.takenBackAt() != null);
  }

  /** Uploaded files. */
  @Transactional(readOnly = true)
  public List<DepositedDossier.Left> files(DepositedDossier dossier) {
    return dossier.takenBackAt() == null ? letters.files(dossier) : List.of();
  }

  /**
   * Creates a code to be read aloud; visits opened with the previous one end.
   *
   * @return eight digits, shown once
   */
  @Transactional
  public String newCode(UUID referral, SignedIn who) {
    DepositedDossier dossier = unconfirmed(referral, who);
    audit.write(who, "letterbox.code-made", "referral", referral, Map.of());
    return secret.code(dossier);
  }

  /** Creates a link, for installations that send no mail; shown once. */
  @Transactional
  public String newLink(UUID referral, SignedIn who) {
    DepositedDossier dossier = unconfirmed(referral, who);
    audit.write(who, "letterbox.link-made", "referral", referral, Map.of());
    return secret.link(dossier.referral());
  }

  /**
   * Reopens a recalled dossier, so that the guest can confirm that nothing is kept, or report where
   * a person is who set out.
   */
  private DepositedDossier unconfirmed(UUID referral, SignedIn who) {
    DepositedDossier dossier = find(referral, who);
    if (!opensAgain(dossier)) {
      throw new Refused("letterbox.refused.over");
    }
    rows.hold(referral);
    return dossier;
  }

  /** Ends current visits and closes the letterbox until a new code is created. */
  @Transactional
  public void end(UUID referral, SignedIn who) {
    find(referral, who);
    rows.end(referral);
    audit.write(who, "letterbox.access-ended", "referral", referral, Map.of());
  }

  /** Adds an uploaded file to the case. */
  @Transactional
  public void take(UUID referral, UUID file, String kind, SignedIn who) {
    DepositedDossier dossier = find(referral, who);
    Letters.Opened left = letters.open(dossier, file).orElseThrow(NotFound::new);
    files.add(referrals.find(referral, who).caseId(), kind, left.name(), left.content(), who);
  }
}
