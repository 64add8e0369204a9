package org.passerelle.protect.sharing.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.MessagePut;
import org.passerelle.outbox.Outbox;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records on a sent referral that its recipient was told to stop using it, whoever told them: a
 * consent was withdrawn, the origin of what was passed on recalled it, or the request was taken
 * back. From then on no answer is awaited, but the confirmation.
 */
@Component
class RecallRecorder {
  private static final String WITHDRAWN = "consent.withdrawn";
  private final JdbcClient db;
  private final Outbox outbox;
  private final Clock clock;

  RecallRecorder(JdbcClient db, Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.db = db;
    this.clock = clock;
  }

  @EventListener
  void on(MessagePut put) {
    if (put.type().equals(WITHDRAWN) || put.type().equals(Referrals.REVOKED)) {
      // a recipient who takes back its own answer may be told that the request is taken back, while
      // the sender's referral was declined and goes on elsewhere; and withdrawals are about more
      // than referrals
      db.sql(
              """
              update referral set recalled_at = :now
               where id = :id and organisation = :sender and (:withdrawn or state = 'revoked')
              """)
          .param("now", Columns.now(clock))
          .param("id", put.orderKey())
          .param("sender", put.sender())
          .param("withdrawn", put.type().equals(WITHDRAWN))
          .update();
    }
  }

  /**
   * A request that was taken back by mistake stands again; a withdrawal that came meanwhile is not
   * undone with it.
   */
  void restore(UUID id, String state) {
    Instant withdrawn = outbox.lastPut(Set.of(WITHDRAWN), List.of(id)).get(id);
    int restored =
        db.sql(
                """
                update referral set state = :state, recalled_at = :withdrawn
                 where id = :id and state = 'revoked'
                """)
            .param("state", state)
            .param("withdrawn", withdrawn == null ? null : Columns.at(withdrawn))
            .param("id", id)
            .update();
    if (restored == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
  }
}
