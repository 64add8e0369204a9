package org.passerelle.protect.sharing.consent;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a withdrawal of a consent, or a review of a legal basis, wait until what is being disclosed
 * on it is queued or taken, so that it finds that and ends it. Without this a message could be
 * queued after their search and be delivered before their commit, and nobody would recall it.
 */
@Component
class BasisLock {
  private final JdbcClient db;

  BasisLock(JdbcClient db) {
    this.db = db;
  }

  /** Locks a basis until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(UUID basis) {
    ended(basis);
  }

  /**
   * The same for a basis that was judged before.
   *
   * @throws Refused if it has ended since
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void holdStanding(UUID basis) {
    Consents.refuse(ended(basis));
  }

  private Optional<Objection> ended(UUID basis) {
    Optional<Objection> withdrawn =
        db.sql("select state from consent where id = :id for update")
            .param("id", basis)
            .query(String.class)
            .optional()
            .filter(state -> !state.equals("given"))
            .map(state -> DisclosureRules.WITHDRAWN);
    Optional<Objection> rejected =
        db.sql("select upheld from legal_ground where id = :id for update")
            .param("id", basis)
            .query((row, number) -> row.getObject("upheld") != null && !row.getBoolean("upheld"))
            .optional()
            .filter(notUpheld -> notUpheld)
            .map(notUpheld -> DisclosureRules.NOT_UPHELD);
    return withdrawn.or(() -> rejected);
  }
}
