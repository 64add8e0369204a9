package org.passerelle.protect.sharing.referral;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the referral or hand-over whose {@linkplain CommonReference reference} was given on the
 * telephone. References are not stored: those of the organisation are computed for a search, which
 * decrypts nothing.
 */
@Service
public class SpokenReferences {
  private final JdbcClient db;
  private final Referrals referrals;
  private final ReceivedReferrals received;

  SpokenReferences(JdbcClient db, Referrals referrals, ReceivedReferrals received) {
    this.db = db;
    this.referrals = referrals;
    this.received = received;
  }

  /**
   * URL of the matching referral that the reader may open, if any.
   *
   * @param typed the reference as heard, in any case, with or without the space
   */
  @Transactional(readOnly = true)
  public Optional<String> find(String typed, SignedIn who) {
    if (!CommonReference.isOne(typed)) {
      return Optional.empty();
    }
    return db
        .sql(
            """
            select id, service, true as sent from referral where organisation = :organisation
            union all
            select id, service, false from received_referral where organisation = :organisation
            """)
        .param("organisation", who.organisation())
        .query(
            (row, i) ->
                new One(
                    row.getObject("id", UUID.class),
                    row.getString("service").equals(Referrals.HAND_OVER),
                    row.getBoolean("sent")))
        .list()
        .stream()
        .filter(one -> CommonReference.matches(typed, one.id))
        .filter(one -> opens(one, who))
        .map(One::page)
        .findFirst();
  }

  private boolean opens(One one, SignedIn who) {
    try {
      if (one.sent) {
        referrals.find(one.id, who);
      } else {
        received.find(one.id, who);
      }
      return true;
    } catch (NotFound notTheirs) {
      return false;
    }
  }

  private record One(UUID id, boolean handOver, boolean sent) {
    String page() {
      return "/protect/" + (handOver ? "handovers/" : sent ? "referrals/" : "received/") + id;
    }
  }
}
