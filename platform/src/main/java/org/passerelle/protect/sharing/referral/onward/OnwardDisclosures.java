package org.passerelle.protect.sharing.referral.onward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which disclosures of a case contain data of the dossier from which it was opened. */
@Component
class OnwardDisclosures {
  private final JdbcClient db;
  private final Vault vault;
  private final Disclosures disclosures;

  OnwardDisclosures(JdbcClient db, Vault vault, Disclosures disclosures) {
    this.db = db;
    this.vault = vault;
    this.disclosures = disclosures;
  }

  /**
   * A dossier from which a case was opened.
   *
   * @param fields its fields; empty if it has already been deleted
   */
  record There(
      UUID referral,
      UUID organisation,
      UUID sender,
      UUID caseId,
      Instant receivedAt,
      Set<String> fields) {}

  /** A referral or question by which data were passed on, and its recipient. */
  record Way(UUID onward, UUID recipient) {
    static Way of(Disclosures.Disclosure disclosure) {
      return new Way(disclosure.referral(), disclosure.recipient());
    }
  }

  /** A dossier that this organisation received from this sender, if a case was opened from it. */
  Optional<There> find(UUID referral, UUID organisation, UUID sender) {
    return db.sql(
            """
            select dossier_key, dossier, case_id, received_at from received_referral
             where id = :id and organisation = :organisation and sender = :sender and case_id is not null
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .param("sender", sender)
        .query(
            (row, i) ->
                new There(
                    referral,
                    organisation,
                    sender,
                    row.getObject("case_id", UUID.class),
                    Columns.instant(row, "received_at"),
                    fields(row.getObject("dossier_key", UUID.class), row.getBytes("dossier"))))
        .optional();
  }

  private Set<String> fields(UUID key, byte[] dossier) {
    // a restored copy may have a dossier whose key was destroyed
    return dossier.length == 0 || !vault.holds(key)
        ? Set.of()
        : Dossier.of(vault.open(key, ReceivedReferrals.DOSSIER, dossier)).told();
  }

  /**
   * Later disclosures to others that contain data of the dossier, one for each referral or
   * question.
   */
  List<Way> passedOn(There dossier) {
    return disclosures.of(dossier.caseId()).stream()
        .filter(d -> d.organisation().equals(dossier.organisation()))
        .filter(d -> !d.recipient().equals(dossier.sender()))
        .filter(d -> !d.at().isBefore(dossier.receivedAt()))
        .filter(d -> holds(d, dossier.fields()))
        .map(Way::of)
        .distinct()
        .toList();
  }

  /**
   * Whether a disclosure contains data of the dossier. Screening answers shared at a desk are the
   * organisation's own, as is the statement that a person is known; the encoding in a question is
   * made from the person's identity.
   */
  private static boolean holds(Disclosures.Disclosure disclosure, Set<String> fields) {
    Set<String> given = Set.copyOf(disclosure.fields());
    if (given.contains(Disclosures.SCREENED) || given.contains(Disclosures.KNOWN)) {
      return false;
    }
    if (given.contains(Disclosures.ASKED)) {
      return fields.isEmpty() || Released.categoriesOf(fields).contains("identity");
    }
    return fields.isEmpty() || given.stream().anyMatch(fields::contains);
  }

  /** The case of a referral that an organisation sent, while it has the case. */
  Optional<UUID> caseOf(UUID referral, UUID organisation) {
    return db.sql("select case_id from referral where id = :id and organisation = :organisation")
        .param("id", referral)
        .param("organisation", organisation)
        .query(UUID.class)
        .optional();
  }
}
