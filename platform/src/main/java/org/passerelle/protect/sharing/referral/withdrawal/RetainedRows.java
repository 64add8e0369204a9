package org.passerelle.protect.sharing.referral.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers.Draft;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers.Statement;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores laws that forbid a recipient to erase, on each side, until the erasure is confirmed. */
@Component
public class RetainedRows {
  private static final String REFERENCE = "retained_by_law.reference";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Vault vault;
  private final Outbox outbox;
  private final Clock clock;

  RetainedRows(JdbcClient db, Vault vault, Outbox outbox, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Returns what one side has stated or heard about a referral. */
  public Optional<Statement> of(UUID referral, UUID organisation) {
    return db.sql(
            "select * from retained_by_law where referral = :id and organisation = :organisation")
        .param("id", referral)
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Statement(
                    row.getString("ground"),
                    vault.open(organisation, REFERENCE, row.getBytes("reference")),
                    row.getObject("until", LocalDate.class),
                    Columns.instant(row, "said_at")))
        .optional();
  }

  /**
   * Records that a recipient answered a withdrawal.
   *
   * @param again whether an earlier answer is replaced
   * @return whether there was something to answer
   */
  boolean answered(UUID referral, boolean again) {
    return db.sql(
                """
                update received_referral set acknowledged_at = :now
                 where id = :id and withdrawn_at is not null and (acknowledged_at is null or :again)
                """)
            .param("now", Columns.now(clock))
            .param("id", referral)
            .param("again", again)
            .update()
        > 0;
  }

  /** Stores the other side's statement. */
  public void said(Received message) {
    keep(ReferralReceiver.referral(message), message.recipient(), read(message.payload()));
  }

  /** Removes the statement; returns whether there was one. */
  public boolean over(UUID referral, UUID organisation) {
    return db.sql(
                "delete from retained_by_law where referral = :id and organisation = :organisation")
            .param("id", referral)
            .param("organisation", organisation)
            .update()
        > 0;
  }

  /** Files opened from recalled data have been erased; tells the senders and deletes the rows. */
  public void erased(Collection<UUID> referrals, UUID organisation) {
    if (referrals.isEmpty()) {
      return;
    }
    db.sql(
            """
            select r.id, r.sender from received_referral r
              left join retained_by_law l on l.referral = r.id and l.organisation = r.organisation
             where r.id in (:ids) and r.organisation = :organisation
               and (l.referral is not null or (r.withdrawn_at is not null and r.acknowledged_at is null))
            """)
        .param("ids", referrals)
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Outbox.Outgoing(
                    WithdrawalAnswers.ACKNOWLEDGED,
                    1,
                    row.getObject("id", UUID.class),
                    organisation,
                    row.getObject("sender", UUID.class),
                    null,
                    null,
                    "{}"))
        .list()
        .forEach(outbox::put);
    List.copyOf(referrals).forEach(id -> over(id, organisation));
  }

  void keep(UUID referral, UUID organisation, Draft draft) {
    over(referral, organisation);
    db.sql(
            """
            insert into retained_by_law (referral, organisation, ground, reference, until, said_at)
            values (:id, :organisation, :ground, :reference, :until, :now)
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .param("ground", draft.ground())
        .param("reference", vault.seal(organisation, REFERENCE, draft.reference()))
        .param("until", draft.until())
        .param("now", Columns.now(clock))
        .update();
  }

  /** Serialises a statement. */
  static String json(Draft draft) {
    LocalDate until = draft.until();
    return JSON.writeValueAsString(
        Map.of(
            "ground",
            draft.ground(),
            "reference",
            draft.reference(),
            "until",
            until == null ? "" : until.toString()));
  }

  public static Draft read(String json) {
    JsonNode said = JSON.readTree(json);
    String until = said.path("until").asString("");
    return new Draft(
        said.path("ground").asString("other"),
        said.path("reference").asString(""),
        until.isEmpty() ? null : LocalDate.parse(until));
  }
}
