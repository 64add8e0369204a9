package org.passerelle.protect.sharing.referral;

import org.passerelle.outbox.Received;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two sides of a referral. A message about it counts only from the other side; anybody else
 * learns nothing, not even whether the referral exists.
 */
@Component
public class ReferralParties {
  private final JdbcClient db;

  ReferralParties(JdbcClient db) {
    this.db = db;
  }

  /** Whether the sender of a message gave the referral in question to its recipient. */
  boolean gaveIt(Received message) {
    return db.sql(
                """
                select count(*) from received_referral
                 where id = :id and organisation = :recipient and sender = :sender
                """)
            .param("id", ReferralReceiver.referral(message))
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether the referral was sent between these two organisations, in either direction. */
  public boolean between(Received message) {
    return gaveIt(message)
        || db.sql(
                    """
                    select count(*) from referral
                     where id = :id and organisation = :recipient and recipient = :sender
                    """)
                .param("id", ReferralReceiver.referral(message))
                .param("recipient", message.recipient())
                .param("sender", message.sender())
                .query(Integer.class)
                .single()
            > 0;
  }
}
