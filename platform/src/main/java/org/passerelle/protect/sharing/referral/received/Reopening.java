package org.passerelle.protect.sharing.referral.received;

import java.util.function.Supplier;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reopens an answered referral whose answer is reversed. */
@Component
class Reopening {
  private final JdbcClient db;
  private final Outbox outbox;

  Reopening(JdbcClient db, Outbox outbox) {
    this.db = db;
    this.outbox = outbox;
  }

  /**
   * Reopens a referral, and stops the answer if it has not been sent.
   *
   * @param answer the answer that was given
   * @param kind type of the message with the answer
   * @param otherwise the refusal if the answer has changed meanwhile, or the referral was recalled
   * @return whether the sender may know of the answer and has to be told
   */
  boolean open(ReceivedReferral found, String answer, String kind, Supplier<Refused> otherwise) {
    int open =
        db.sql(
                """
                update received_referral
                   set state = 'open', answer = null, answered_at = null, answered_by = null
                 where id = :id and organisation = :organisation and state = :answer
                   and withdrawn_at is null
                """)
            .param("id", found.id())
            .param("organisation", found.organisation())
            .param("answer", answer)
            .update();
    if (open == 0) {
      throw otherwise.get();
    }
    return outbox
        .end(
            new Outbox.Which.OfKind(found.id(), found.organisation(), kind),
            Ending.REVOKED,
            "undone")
        .isEmpty();
  }
}
