package org.passerelle.protect.sharing.referral.received;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes an accidental refusal before the sender is told of it. */
@Component
class DeclineUndo implements Undoable {
  private final JdbcClient db;

  DeclineUndo(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String act() {
    return ReceivedReferrals.DECLINED;
  }

  @Override
  public String about() {
    return "referral";
  }

  @Override
  public Optional<Outbox.Which> leaving(UUID subject, SignedIn who) {
    return Optional.of(
        new Outbox.Which.OfKind(subject, who.organisation(), ReceivedReferrals.DECLINED));
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    int open =
        db.sql(
                """
                update received_referral
                   set state = 'open', answer = null, answered_at = null, answered_by = null
                 where id = :id and organisation = :organisation and state = 'declined' and answered_by = :user
                   and withdrawn_at is null
                """)
            .param("id", subject)
            .param("organisation", who.organisation())
            .param("user", who.user())
            .update();
    if (open == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
    return "/protect/received/" + subject;
  }
}
