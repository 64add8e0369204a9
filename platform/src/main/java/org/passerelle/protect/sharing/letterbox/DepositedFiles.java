package org.passerelle.protect.sharing.letterbox;

import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enclosures of a dossier in a letterbox, readable there as long as the dossier is. */
@Service
public class DepositedFiles {
  private final DepositedDossierRows rows;
  private final Letters letters;
  private final StoredEnclosures came;
  private final AuditLog audit;

  DepositedFiles(
      DepositedDossierRows rows, Letters letters, StoredEnclosures came, AuditLog audit) {
    this.rows = rows;
    this.letters = letters;
    this.came = came;
    this.audit = audit;
  }

  static StoredEnclosures.Place place(DepositedDossier dossier) {
    return new StoredEnclosures.Place(
        dossier.referral(), dossier.letterbox(), dossier.sealedUnder());
  }

  /** Stores a piece of a file; the dossier must be locked. */
  void put(DepositedDossier dossier, String payload) {
    EnclosedPiece piece = EnclosedPiece.of(payload);
    letters.dossier(rows.items(dossier)).stream()
        .flatMap(said -> said.files().stream())
        .filter(file -> file.id().equals(piece.file()))
        .forEach(file -> came.put(place(dossier), file, piece));
  }

  /** Deletes what was recalled. */
  void forget(DepositedDossier dossier) {
    came.forget(dossier.referral(), dossier.letterbox());
  }

  /**
   * Opens a file for the guest; the access is logged.
   *
   * @throws NotFound if the dossier is closed, or the file has not arrived
   */
  @Transactional
  public StoredEnclosures.Opened open(DepositedDossier dossier, UUID file) {
    if (dossier.takenBackAt() != null || "declined".equals(dossier.answer())) {
      throw new NotFound();
    }
    StoredEnclosures.Opened opened =
        letters.dossier(rows.items(dossier)).stream()
            .flatMap(said -> said.files().stream())
            .filter(one -> one.id().equals(file))
            .flatMap(one -> came.open(place(dossier), one).stream())
            .findFirst()
            .orElseThrow(NotFound::new);
    audit.writeByHouse(
        dossier.sender(),
        "letterbox.file-read",
        "referral",
        dossier.referral(),
        Map.of("letterbox", dossier.letterbox().toString(), "file", file.toString()));
    return opened;
  }
}
