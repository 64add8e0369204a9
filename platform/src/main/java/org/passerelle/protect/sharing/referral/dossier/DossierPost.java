package org.passerelle.protect.sharing.referral.dossier;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.sharing.enclosure.SentFiles;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.springframework.stereotype.Component;

/** Puts a dossier and its enclosures into the outbox. */
@Component
public class DossierPost {
  private final Outbox outbox;
  private final EnclosureSelection enclosing;
  private final SentFiles files;

  DossierPost(Outbox outbox, EnclosureSelection enclosing, SentFiles files) {
    this.outbox = outbox;
    this.enclosing = enclosing;
    this.files = files;
  }

  /**
   * A dossier that is ready to be sent.
   *
   * @param contents contents of the enclosures by identifier
   */
  public record Packed(Dossier dossier, Map<UUID, byte[]> contents) {}

  /**
   * Adds the enclosures, each opened, measured and judged again.
   *
   * @throws org.passerelle.refusal.Refused org.passerelle.refusal.Refused if one of them may not be
   *     sent, or no longer exists
   */
  public Packed packed(Dossier dossier, Referral draft, SignedIn who) {
    EnclosureSelection.Packed files = enclosing.pack(draft, who);
    return new Packed(dossier.with(files.announced()), files.contents());
  }

  /** The message that carries the dossier. */
  public UUID put(Packed packed, Referral draft, UUID basis, SignedIn who) {
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
