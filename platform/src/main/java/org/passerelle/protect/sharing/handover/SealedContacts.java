package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Vault;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contacts for a hand-over as written by the other side, encrypted under the key of this side's
 * copy: the key of the case for the sender, of the dossier for the recipient. Contacts that an
 * earlier version stored in clear are encrypted at start-up.
 */
@Component
class SealedContacts implements ApplicationRunner {
  private static final String PLACE = "hand_over.contact";
  private static final int AT_ONCE = 500;
  private final JdbcClient db;
  private final Vault vault;
  private final TransactionTemplate transaction;

  SealedContacts(JdbcClient db, Vault vault, PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Key under which a side stores its records. */
  static UUID key(UUID handOver, boolean sends, @Nullable UUID caseId) {
    return sends && caseId != null ? caseId : handOver;
  }

  byte[] seal(HandOver handOver, String contact) {
    return vault.seal(key(handOver.id(), handOver.sends(), handOver.caseId()), PLACE, contact);
  }

  /** Decrypts a contact; null once its key has been destroyed. */
  @Nullable String open(UUID key, byte @Nullable [] sealed) {
    return sealed == null || !vault.holds(key) ? null : vault.open(key, PLACE, sealed);
  }

  private record Clear(
      UUID id, UUID organisation, boolean sends, @Nullable UUID caseId, String contact) {
    UUID key() {
      return SealedContacts.key(id, sends, caseId);
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    while (Boolean.TRUE.equals(transaction.execute(status -> some()))) {
      // repeat until nothing is left
    }
  }

  private boolean some() {
    List<Clear> some =
        db.sql(
                """
                select h.id, h.organisation, h.sends, r.case_id, h.contact from hand_over h
                  left join referral_outline r on h.sends and r.id = h.id
                 where h.contact is not null limit :limit
                """)
            .param("limit", AT_ONCE)
            .query(Clear.class)
            .list();
    for (Clear one : some) {
      db.sql(
              """
              update hand_over set contact = null, contact_sealed = :sealed
               where id = :id and organisation = :organisation
              """)
          .param(
              "sealed", vault.holds(one.key()) ? vault.seal(one.key(), PLACE, one.contact) : null)
          .param("id", one.id)
          .param("organisation", one.organisation)
          .update();
    }
    return !some.isEmpty();
  }
}
