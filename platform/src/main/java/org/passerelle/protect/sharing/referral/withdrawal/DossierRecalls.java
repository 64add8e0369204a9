package org.passerelle.protect.sharing.referral.withdrawal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.referral.ReferralGone;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.ReferralTeam;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.DossierAttachments;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles recalls: after a revocation, a withdrawal or an erasure by the sender its data can no
 * longer be read here.
 */
@Component
public class DossierRecalls {
  private static final String WITHDRAWN = "consent.withdrawn-by-sender";
  private final JdbcClient db;
  private final Vault vault;
  private final ReferralTeam team;
  private final DossierAttachments with;
  private final RetainedRows retained;
  private final Outbox outbox;
  private final CascadeDelete rows;
  private final Clock clock;

  DossierRecalls(
      JdbcClient db,
      Vault vault,
      ReferralTeam team,
      DossierAttachments with,
      RetainedRows retained,
      Outbox outbox,
      CascadeDelete rows,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.team = team;
    this.with = with;
    this.retained = retained;
    this.outbox = outbox;
    this.rows = rows;
    this.clock = clock;
  }

  /** The sender revokes the referral. */
  public void revoked(Received message) {
    takenBack(message, true);
    String why = ReferralMessages.words(message.payload());
    if (!why.isEmpty()) {
      with.said(message, why);
    }
    tell(message, "referral.revoked-by-sender");
  }

  /**
   * Deletes the dossier with its key and what the sender wrote about it, in the transaction that
   * marks the recall.
   */
  private void takenBack(Received message, boolean revoked) {
    takenBack(ReferralReceiver.referral(message), message.recipient(), message.sender(), revoked);
  }

  private void takenBack(UUID id, UUID recipient, UUID sender, boolean revoked) {
    vault.destroyAtCommit(
        db.sql(
                """
                select dossier_key from received_referral
                 where id = :id and organisation = :recipient and sender = :sender
                """)
            .param("id", id)
            .param("recipient", recipient)
            .param("sender", sender)
            .query(UUID.class)
            .list());
    db.sql(
            """
            update received_referral
               set withdrawn_at = coalesce(withdrawn_at, :now), dossier = :nothing, safe_to_contact = null,
                   urgency = 'ordinary',
                   state = case when :revoked then 'revoked' else state end
             where id = :id and organisation = :recipient and sender = :sender
            """)
        .param("now", Columns.now(clock))
        .param("nothing", new byte[0])
        .param("revoked", revoked)
        .param("id", id)
        .param("recipient", recipient)
        .param("sender", sender)
        .update();
    with.takenBack(id, recipient, sender);
  }

  /** The consent was withdrawn. */
  public void withdrawn(Received message) {
    takenBack(message, false);
    tell(message, WITHDRAWN);
  }

  private void tell(Received message, String kind) {
    team.tell(ReferralReceiver.referral(message), message.recipient(), kind);
  }

  /**
   * The sender erased the person. A dossier without a case here is deleted at once; otherwise the
   * team of the case is told and decides about its own file.
   */
  public void erased(Received message) {
    UUID id = ReferralReceiver.referral(message);
    List<ReferralGone> loose =
        db.sql(
                """
                select state, service, answered_at from received_referral
                 where id = :id and organisation = :recipient and sender = :sender
                   and case_id is null
                """)
            .param("id", id)
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .query(
                (row, i) ->
                    new ReferralGone(
                        id,
                        message.recipient(),
                        message.sender(),
                        waited(row.getString("state"), row.getObject("answered_at") != null),
                        row.getString("service").equals(Referrals.HAND_OVER)))
            .list();
    if (!loose.isEmpty()) {
      rows.delete("received_referral", List.of(id));
      with.gone(id, message.recipient());
      vault.destroyAtCommit(List.of(id));
      loose.forEach(team::gone);
      confirm(message);
      return;
    }
    takenBack(message, false);
    // the earlier answer was about the withdrawal; the erasure needs an answer of its own
    retained.over(id, message.recipient());
    db.sql(
            """
            update received_referral set acknowledged_at = null, erased_at = :now
             where id = :id and sender = :sender
            """)
        .param("now", Columns.now(clock))
        .param("id", id)
        .param("sender", message.sender())
        .update();
    tell(message, "person.erased-by-sender");
  }

  /** Whether it was to be answered until its sender took it back, now or before. */
  private static boolean waited(String state, boolean answered) {
    return state.equals("open") || (state.equals("revoked") && !answered);
  }

  /** Confirms to the sender that nothing of it remains here. */
  public void confirm(Received message) {
    outbox.put(
        new Outbox.Outgoing(
            WithdrawalAnswers.ACKNOWLEDGED,
            1,
            ReferralReceiver.referral(message),
            /* sender= */ message.recipient(),
            /* recipient= */ message.sender(),
            null,
            null,
            "{}"));
  }

  /**
   * After a restore: repeats recalls according to the list of destroyed keys; returns their number.
   */
  @Transactional
  int again(Collection<UUID> destroyed) {
    List<Back> back =
        db.sql(
                """
                select id, organisation, sender from received_referral
                 where dossier_key in (:keys) and octet_length(dossier) > 0
                """)
            .param("keys", destroyed)
            .query(Back.class)
            .list();
    for (Back one : back) {
      takenBack(one.id, one.organisation, one.sender, false);
      team.tell(one.id, one.organisation, WITHDRAWN);
    }
    return back.size() + with.again(destroyed);
  }

  /** Destroys keys left by recalls of versions that did not destroy them. */
  @Transactional
  void keysLeft() {
    vault.destroyAtCommit(
        db
            .sql("select dossier_key from received_referral where withdrawn_at is not null")
            .query(UUID.class)
            .list()
            .stream()
            .filter(vault::holds)
            .toList());
  }

  private record Back(UUID id, UUID organisation, UUID sender) {}
}
