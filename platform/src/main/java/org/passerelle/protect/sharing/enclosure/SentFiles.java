package org.passerelle.protect.sharing.enclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.springframework.stereotype.Component;

/** Queues enclosures in the outbox piece by piece, after the dossier that announces them. */
@Component
public class SentFiles {
  private final ChosenFiles chosen;
  private final CaseAttachments files;
  private final Outbox outbox;

  SentFiles(ChosenFiles chosen, CaseAttachments files, Outbox outbox) {
    this.chosen = chosen;
    this.files = files;
    this.outbox = outbox;
  }

  /**
   * Sender, recipient and basis of an enclosure.
   *
   * @param sender organisation of the case
   * @param cause consent or legal basis
   */
  public record Way(UUID referral, UUID caseId, UUID sender, UUID recipient, UUID cause) {}

  /**
   * Queues the pieces of files whose dossier was queued in the same transaction.
   *
   * @param contents contents by identifier of the enclosure
   * @param dossier message that announced them
   */
  public void put(Way way, Map<UUID, byte[]> contents, UUID dossier) {
    chosen.beginAnew(way.referral, way.sender);
    contents.forEach(
        (id, content) -> {
          for (int number = 0; number * (long) Enclosure.PIECE < content.length; number++) {
            chosen.left(id, number, put(way, id, number, content), dossier);
          }
        });
  }

  /**
   * Queues pieces that had not been sent when the referral was revoked, because the revocation was
   * undone.
   */
  public void putAgain(Way way, SignedIn who) {
    Map<UUID, byte[]> opened = new HashMap<>();
    List<ChosenFiles.Stopped> stopped = chosen.stopped(way.referral, way.sender);
    for (ChosenFiles.Stopped piece : stopped) {
      byte[] content =
          opened.computeIfAbsent(piece.file(), file -> files.open(way.caseId, file, who).content());
      chosen.leftAgain(piece.message(), put(way, piece.enclosed(), piece.number(), content));
    }
  }

  private UUID put(Way way, UUID file, int number, byte[] content) {
    int from = number * Enclosure.PIECE;
    byte[] octets =
        Arrays.copyOfRange(content, from, Math.min(content.length, from + Enclosure.PIECE));
    return outbox.put(
        new Outbox.Outgoing(
            EnclosedPiece.KIND,
            1,
            way.referral,
            way.sender,
            way.recipient,
            way.cause,
            way.caseId,
            new EnclosedPiece(file, number, octets).json()));
  }
}
