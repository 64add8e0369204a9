package org.passerelle.protect.letterbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.Referrals;
import org.passerelle.protect.referral.WithdrawalAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dossier in a letterbox as those see it who sent it: how far it came, and who may open it. */
@Service
public class SenderView {
  private final Referrals referrals;
  private final LyingRows rows;
  private final Letters letters;
  private final Secret secret;
  private final Letterboxes letterboxes;
  private final CaseFiles files;
  private final StillAnswered still;
  private final AuditLog audit;

  SenderView(
      Referrals referrals,
      LyingRows rows,
      Letters letters,
      Secret secret,
      Letterboxes letterboxes,
      CaseFiles files,
      StillAnswered still,
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
   * A referral that lies in a letterbox.
   *
   * @throws NotFound if the reader does not see its case, or it lies in none
   */
  @Transactional(readOnly = true)
  public Lying find(UUID referral, SignedIn who) {
    referrals.find(referral, who);
    return rows.find(referral)
        .filter(d -> d.sender().equals(who.organisation()))
        .orElseThrow(NotFound::new);
  }

  /** Whose letterbox it is. */
  @Transactional(readOnly = true)
  public Letterbox letterbox(Lying dossier) {
    return letterboxes.one(dossier.letterbox()).orElseThrow(NotFound::new);
  }

  /** Whether a referral goes to a letterbox. */
  @Transactional(readOnly = true)
  public Optional<Letterbox> to(Referral referral) {
    return letterboxes.one(referral.recipient());
  }

  /** The law that its reader stated instead of confirming that nothing is kept. */
  @Transactional(readOnly = true)
  public Optional<WithdrawalAnswers.Statement> law(Lying dossier) {
    return still.law(dossier);
  }

  /** Whether somebody who set out for there did not arrive and was not found. */
  @Transactional(readOnly = true)
  public boolean isLookedFor(Lying dossier) {
    return still.isLookedFor(dossier);
  }

  /** Whether another code or link can be made. */
  @Transactional(readOnly = true)
  public boolean opensAgain(Lying dossier) {
    // whoever has something of a closed letterbox still confirms that it is gone
    return !still.isNothing(dossier)
        && (letterbox(dossier).active() || dossier.takenBackAt() != null);
  }

  /** Files that were left. */
  @Transactional(readOnly = true)
  public List<Lying.Left> files(Lying dossier) {
    return dossier.takenBackAt() == null ? letters.files(dossier) : List.of();
  }

  /**
   * A new code, to be read aloud; what was opened with the one before closes.
   *
   * @return eight digits, shown once
   */
  @Transactional
  public String newCode(UUID referral, SignedIn who) {
    Lying dossier = unconfirmed(referral, who);
    audit.write(who, "letterbox.code-made", "referral", referral, Map.of());
    return secret.code(dossier);
  }

  /** A new link, for a house that sends no mail; shown once. */
  @Transactional
  public String newLink(UUID referral, SignedIn who) {
    Lying dossier = unconfirmed(referral, who);
    audit.write(who, "letterbox.link-made", "referral", referral, Map.of());
    return secret.link(dossier.referral());
  }

  /**
   * What was taken back is opened once more, to confirm that nothing of it is kept, or to say that
   * whoever is looked for was found.
   */
  private Lying unconfirmed(UUID referral, SignedIn who) {
    Lying dossier = find(referral, who);
    if (!opensAgain(dossier)) {
      throw new Refused("letterbox.refused.over");
    }
    rows.hold(referral);
    return dossier;
  }

  /** Whoever is in comes out at once, and nobody comes in until a new code is made. */
  @Transactional
  public void end(UUID referral, SignedIn who) {
    find(referral, who);
    rows.end(referral);
    audit.write(who, "letterbox.access-ended", "referral", referral, Map.of());
  }

  /** Takes a file that was left into the case. */
  @Transactional
  public void take(UUID referral, UUID file, String kind, SignedIn who) {
    Lying dossier = find(referral, who);
    Letters.Opened left = letters.open(dossier, file).orElseThrow(NotFound::new);
    files.add(referrals.find(referral, who).caseId(), kind, left.name(), left.content(), who);
  }
}
