package org.passerelle.protect.referral;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.enclosure.SentFiles;
import org.springframework.stereotype.Component;

/** Puts a dossier into the outbox, and the files that go along behind it. */
@Component
class DossierPost {
  private final Outbox outbox;
  private final Enclosing enclosing;
  private final SentFiles files;

  DossierPost(Outbox outbox, Enclosing enclosing, SentFiles files) {
    this.outbox = outbox;
    this.enclosing = enclosing;
    this.files = files;
  }

  /**
   * A dossier that can leave.
   *
   * @param contents of its files, by their identifiers
   */
  record Packed(Dossier dossier, Map<UUID, byte[]> contents) {}

  /**
   * With the files that go along, each opened, measured and judged once more.
   *
   * @throws org.passerelle.pages.Refused if one of them may not go, or is not there any more
   */
  Packed packed(Dossier dossier, Referral draft, SignedIn who) {
    Enclosing.Packed files = enclosing.pack(draft, who);
    return new Packed(dossier.with(files.announced()), files.contents());
  }

  /** The message that brings the dossier. */
  UUID put(Packed packed, Referral draft, UUID basis, SignedIn who) {
    Dossier dossier = packed.dossier;
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                dossier.handOver() == null ? "referral.sent" : Referrals.HANDED_OVER,
                1,
                draft.id(),
                who.organisation(),
                draft.recipient(),
                basis,
                draft.caseId(),
                dossier.json()));
    files.put(
        new SentFiles.Way(draft.id(), draft.caseId(), who.organisation(), draft.recipient(), basis),
        packed.contents,
        message);
    return message;
  }
}
