package org.passerelle.protect.sharing.referral;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Messages from the sender of a referral. Free text is about the person: it is sent on the basis of
 * the dossier, recorded like any disclosure, and stopped together with it.
 */
@Component
class ReferralWords {
  private final ReferralRows rows;
  private final ReferralBasis bases;
  private final ReferralMessages messages;
  private final Disclosures disclosures;
  private final Outbox outbox;

  ReferralWords(
      ReferralRows rows,
      ReferralBasis bases,
      ReferralMessages messages,
      Disclosures disclosures,
      Outbox outbox) {
    this.rows = rows;
    this.bases = bases;
    this.messages = messages;
    this.disclosures = disclosures;
    this.outbox = outbox;
  }

  /**
   * Writes to the recipient.
   *
   * @throws Refused if the basis does not cover free text, or it names a shelter
   */
  void write(UUID id, String text, SignedIn who) {
    Referral found = rows.find(id, who);
    UUID basis = found.basis();
    if (found.state().equals("draft") || basis == null) {
      throw new Refused("referral.refused.draft");
    }
    bases.refuseWords(rows.file(found, who), found);
    UUID message = say(found, basis, text);
    disclosures.record(
        new Disclosures.Draft(
            found.caseId(),
            found.recipient(),
            bases.isConsent(basis) ? "consent" : "legal_ground",
            basis,
            bases.version(basis),
            found.purpose(),
            List.of(Disclosures.WORDS),
            bases.onward(basis),
            message,
            found.id()),
        who);
  }

  /** Writes an automatic message that says nothing about the person. */
  void writeByHouse(UUID id, UUID organisation, String text) {
    say(rows.ofHouse(id, organisation), null, text);
  }

  private UUID say(Referral found, @Nullable UUID cause, String text) {
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                "referral.message",
                1,
                found.id(),
                found.organisation(),
                found.recipient(),
                cause,
                found.caseId(),
                ReferralMessages.json(text)));
    messages.keep(found.id(), found.organisation(), text, message);
    return message;
  }

  /** The explanation of a recall, checked for sending. */
  String why(String typed, UUID organisation) {
    return messages.why(typed, organisation);
  }

  /** Messages about a referral, oldest first. */
  List<Referral.Message> of(UUID id, UUID organisation) {
    return messages.of(id, organisation);
  }
}
