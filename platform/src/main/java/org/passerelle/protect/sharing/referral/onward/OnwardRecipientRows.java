package org.passerelle.protect.sharing.referral.onward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores further recipients of recalled dossiers, on either side. */
@Component
public class OnwardRecipientRows {
  private static final String REFERENCE = "passed_on.reference";
  private final JdbcClient db;
  private final Vault vault;
  private final Clock clock;

  OnwardRecipientRows(JdbcClient db, Vault vault, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A record of an organisation with the organisation that gave it the data, if that is to be told.
   */
  public record Kept(UUID organisation, @Nullable UUID origin, OnwardRecipient what) {}

  /** Returns what an organisation knows about further recipients of a referral, oldest first. */
  public List<OnwardRecipient> of(UUID originReferral, UUID organisation) {
    return db
        .sql(
            """
            select * from passed_on
             where origin_referral = :referral and organisation = :organisation order by told_at, onward
            """)
        .param("referral", originReferral)
        .param("organisation", organisation)
        .query((row, i) -> kept(row))
        .list()
        .stream()
        .map(Kept::what)
        .toList();
  }

  /** Returns what an organisation itself passed on by a referral or question, and to whom. */
  public List<Kept> by(UUID onward, UUID organisation) {
    return db.sql(
            """
            select * from passed_on
             where onward = :onward and organisation = :organisation and origin is not null
            """)
        .param("onward", onward)
        .param("organisation", organisation)
        .query((row, i) -> kept(row))
        .list();
  }

  private Kept kept(ResultSet row) throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    Instant told = Columns.instant(row, "told_at");
    Instant answered = Columns.instantOrNull(row, "answered_at");
    String ground = row.getString("ground");
    return new Kept(
        organisation,
        row.getObject("origin", UUID.class),
        new OnwardRecipient(
            row.getObject("origin_referral", UUID.class),
            row.getObject("onward", UUID.class),
            row.getObject("recipient", UUID.class),
            OnwardRecipientMessage.name(row.getString("name")),
            row.getString("country"),
            row.getString("state"),
            ground == null
                ? null
                : new WithdrawalAnswers.Statement(
                    ground,
                    vault.open(organisation, REFERENCE, row.getBytes("reference")),
                    row.getObject("until", LocalDate.class),
                    answered == null ? told : answered),
            told,
            answered));
  }

  /**
   * Stores the current status, replacing the earlier one.
   *
   * @param origin the organisation that this one has to tell, or null if it is only informed
   */
  void keep(
      UUID organisation,
      UUID originReferral,
      @Nullable UUID origin,
      OnwardRecipientMessage message) {
    Optional<Instant> told =
        db.sql(
                """
                select told_at from passed_on
                 where organisation = :organisation and origin_referral = :referral and onward = :onward
                   and recipient = :recipient
                """)
            .param("organisation", organisation)
            .param("referral", originReferral)
            .param("onward", message.onward())
            .param("recipient", message.recipient())
            .query((row, i) -> Columns.instant(row, "told_at"))
            .optional();
    db.sql(
            """
            delete from passed_on
             where organisation = :organisation and origin_referral = :referral and onward = :onward
               and recipient = :recipient
            """)
        .param("organisation", organisation)
        .param("referral", originReferral)
        .param("onward", message.onward())
        .param("recipient", message.recipient())
        .update();
    WithdrawalAnswers.Draft law = message.law();
    OffsetDateTime now = Columns.at(clock.instant());
    db.sql(
            """
            insert into passed_on
              (organisation, origin_referral, onward, recipient, origin, name, country, state, ground, reference,
               until, told_at, answered_at)
            values
              (:organisation, :referral, :onward, :recipient, :origin, :name, :country, :state, :ground, :reference,
               :until, :told, :answered)
            """)
        .param("organisation", organisation)
        .param("referral", originReferral)
        .param("onward", message.onward())
        .param("recipient", message.recipient())
        .param("origin", origin)
        .param("name", OnwardRecipientMessage.json(message.name()))
        .param("country", message.country())
        .param("state", message.state())
        .param("ground", law == null ? null : law.ground())
        .param(
            "reference", law == null ? null : vault.seal(organisation, REFERENCE, law.reference()))
        .param("until", law == null ? null : law.until())
        .param("told", told.map(Columns::at).orElse(now))
        .param("answered", message.state().equals("told") ? null : now)
        .update();
  }
}
