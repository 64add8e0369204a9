package org.passerelle.protect.sharing.referral.received;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enclosures of received referrals, for those who may read the dossier and only as long as they
 * may.
 */
@Service
public class ReceivedFiles {
  private final ReceivedReferrals received;
  private final ReceivedEnclosures files;
  private final AuditLog audit;

  ReceivedFiles(ReceivedReferrals received, ReceivedEnclosures files, AuditLog audit) {
    this.received = received;
    this.files = files;
    this.audit = audit;
  }

  /** The announced enclosures with their status; empty once the dossier is closed. */
  @Transactional(readOnly = true)
  public List<StoredEnclosures.Came> of(ReceivedReferral found) {
    return found.closed() || found.withdrawnAt() != null
        ? List.of()
        : files.of(found.id(), found.organisation());
  }

  /** The same for a referral that the reader may open. */
  @Transactional(readOnly = true)
  public List<StoredEnclosures.Came> of(UUID id, SignedIn who) {
    return of(received.find(id, who));
  }

  /**
   * Opens an enclosure; the access is logged.
   *
   * @throws NotFound if the reader sees no such dossier, it is closed, or the file has not arrived
   */
  @Transactional
  public StoredEnclosures.Opened open(UUID id, UUID file, SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    if (found.withdrawnAt() != null || found.closed()) {
      throw new NotFound();
    }
    StoredEnclosures.Opened opened =
        files.open(id, found.organisation(), file).orElseThrow(NotFound::new);
    audit.write(who, "dossier.file-read", "referral", id, Map.of("file", file.toString()));
    return opened;
  }
}
