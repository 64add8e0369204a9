package org.passerelle.protect.referral;

import java.util.function.Supplier;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered is open again, for whoever takes an answer back. */
@Component
class Reopening {
  private final JdbcClient db;
  private final Outbox outbox;

  Reopening(JdbcClient db, Outbox outbox) {
    this.db = db;
    this.outbox = outbox;
  }

  /**
   * Opens it, and stops the answer if it has not left.
   *
   * @param answer how it was answered
   * @param kind of the message that tells the answer
   * @param otherwise what is said if it is answered otherwise by now, or was taken back
   * @return whether the sender may have heard of the answer and has to be told
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
