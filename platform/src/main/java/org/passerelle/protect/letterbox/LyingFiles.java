package org.passerelle.protect.letterbox;

import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.enclosure.CameFiles;
import org.passerelle.protect.enclosure.EnclosedPiece;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that came with a dossier into a letterbox: read there as the dossier is, and no longer. */
@Service
public class LyingFiles {
  private final LyingRows rows;
  private final Letters letters;
  private final CameFiles came;
  private final AuditLog audit;

  LyingFiles(LyingRows rows, Letters letters, CameFiles came, AuditLog audit) {
    this.rows = rows;
    this.letters = letters;
    this.came = came;
    this.audit = audit;
  }

  static CameFiles.Place place(Lying dossier) {
    return new CameFiles.Place(dossier.referral(), dossier.letterbox(), dossier.sealedUnder());
  }

  /** A piece comes; the dossier is held. */
  void put(Lying dossier, String payload) {
    EnclosedPiece piece = EnclosedPiece.of(payload);
    letters.dossier(rows.items(dossier)).stream()
        .flatMap(said -> said.files().stream())
        .filter(file -> file.id().equals(piece.file()))
        .forEach(file -> came.put(place(dossier), file, piece));
  }

  /** What was taken back is gone. */
  void forget(Lying dossier) {
    came.forget(dossier.referral(), dossier.letterbox());
  }

  /**
   * Opens one for the reader who is inside; the look is logged.
   *
   * @throws NotFound if the dossier is closed, or the file is not there
   */
  @Transactional
  public CameFiles.Opened open(Lying dossier, UUID file) {
    if (dossier.takenBackAt() != null || "declined".equals(dossier.answer())) {
      throw new NotFound();
    }
    CameFiles.Opened opened =
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
