package org.passerelle.prevent.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners, their tokens and reports in the database. */
@Component
class ChannelRows {
  private static final String CONTACT = "channel_partner.contact";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  ChannelRows(JdbcClient db, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** The partners of an organisation, those with an open channel first. */
  List<ChannelPartner> of(UUID organisation) {
    return db.sql(
            """
            select * from channel_partner where organisation = :organisation
            order by case when ended_at is null then 0 else 1 end, name, id""")
        .param("organisation", organisation)
        .query(this::partner)
        .list();
  }

  Optional<ChannelPartner> find(UUID organisation, UUID id) {
    return db.sql("select * from channel_partner where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::partner)
        .optional();
  }

  /** A partner, held until the end of the transaction. */
  ChannelPartner hold(UUID id) {
    return db.sql("select * from channel_partner where id = :id for update")
        .param("id", id)
        .query(this::partner)
        .optional()
        .orElseThrow(NotFound::new);
  }

  UUID insert(UUID organisation, Channels.Draft draft, UUID by) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into channel_partner (id, organisation, name, sector, partnership, contact, at, by_user)
            values (:id, :organisation, :name, :sector, :partnership, :contact, :now, :by)""")
        .param("id", id)
        .param("organisation", organisation)
        .param("name", draft.name())
        .param("sector", draft.sector())
        .param("partnership", draft.partnership())
        .param("contact", vault.seal(organisation, CONTACT, draft.contact()))
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
    return id;
  }

  void change(ChannelPartner partner, String partnership, String contact) {
    one(
        db.sql(
                "update channel_partner set partnership = :partnership, contact = :contact where id = :id")
            .param("partnership", partnership)
            .param("contact", vault.seal(partner.organisation(), CONTACT, contact))
            .param("id", partner.id())
            .update());
  }

  /** Ends a channel: whom to call there is no longer known. */
  void end(UUID partner) {
    one(
        db.sql("update channel_partner set ended_at = :now, contact = null where id = :id")
            .param("now", Columns.now(clock))
            .param("id", partner)
            .update());
  }

  private static void one(int rows) {
    if (rows == 0) {
      throw new NotFound();
    }
  }

  /** Whether an open channel rests on a partnership. */
  boolean rest(String partnership) {
    return db.sql(
                "select count(*) from channel_partner where partnership = :id and ended_at is null")
            .param("id", partnership)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Names of partners. */
  Map<UUID, String> names(Collection<UUID> partners) {
    Map<UUID, String> names = new HashMap<>();
    db.sql("select id, name from channel_partner where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(partners))
        .query(
            row -> {
              names.put(row.getObject("id", UUID.class), row.getString("name"));
            });
    return names;
  }

  private ChannelPartner partner(ResultSet row, int number) throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    byte[] contact = row.getBytes("contact");
    return new ChannelPartner(
        row.getObject("id", UUID.class),
        organisation,
        row.getString("name"),
        row.getString("sector"),
        row.getString("partnership"),
        contact == null ? "" : vault.open(organisation, CONTACT, contact),
        Columns.instantOrNull(row, "ended_at"));
  }

  UUID token(UUID partner, String digest, UUID by) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into channel_token (id, partner, digest, at, by_user)
            values (:id, :partner, :digest, :now, :by)""")
        .param("id", id)
        .param("partner", partner)
        .param("digest", digest)
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
    return id;
  }

  /** The tokens of a partner that were not withdrawn, oldest first. */
  List<ChannelToken> tokens(UUID partner) {
    return db.sql(
            "select * from channel_token where partner = :partner and ended_at is null order by at, id")
        .param("partner", partner)
        .query(
            (row, number) ->
                new ChannelToken(
                    row.getObject("id", UUID.class),
                    Columns.instant(row, "at"),
                    row.getObject("used_on", LocalDate.class)))
        .list();
  }

  /** A token with its partner, and whether it was withdrawn. */
  record Held(UUID token, UUID partner, boolean withdrawn) {}

  Optional<Held> byDigest(String digest) {
    return db.sql("select id, partner, ended_at from channel_token where digest = :digest")
        .param("digest", digest)
        .query(ChannelRows::held)
        .optional();
  }

  Optional<Held> token(UUID token) {
    return db.sql("select id, partner, ended_at from channel_token where id = :token")
        .param("token", token)
        .query(ChannelRows::held)
        .optional();
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        row.getObject("id", UUID.class),
        row.getObject("partner", UUID.class),
        Columns.instantOrNull(row, "ended_at") != null);
  }

  /** Withdraws a token; false if it is none of the partner's, or was withdrawn before. */
  boolean withdraw(UUID partner, UUID token) {
    return db.sql(
                """
                update channel_token set ended_at = :now
                where id = :token and partner = :partner and ended_at is null""")
            .param("now", Columns.now(clock))
            .param("token", token)
            .param("partner", partner)
            .update()
        > 0;
  }

  /** Notes the day of its use, once a day. */
  void used(UUID token, LocalDate day) {
    db.sql(
            """
            update channel_token set used_on = :day
            where id = :token and (used_on is null or used_on < :day)""")
        .param("day", day)
        .param("token", token)
        .update();
  }

  UUID report(UUID partner, UUID tip, UUID key, String mark, String form) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into channel_report (id, partner, tip, sent_key, mark, form, at)
            values (:id, :partner, :tip, :key, :mark, :form, :now)""")
        .param("id", id)
        .param("partner", partner)
        .param("tip", tip)
        .param("key", key)
        .param("mark", mark)
        .param("form", form)
        .param("now", Columns.now(clock))
        .update();
    return id;
  }

  Optional<SentReport> byKey(UUID partner, UUID key) {
    return db.sql("select * from channel_report where partner = :partner and sent_key = :key")
        .param("partner", partner)
        .param("key", key)
        .query(ChannelRows::sent)
        .optional();
  }

  Optional<SentReport> report(UUID partner, UUID id) {
    return db.sql("select * from channel_report where id = :id and partner = :partner")
        .param("id", id)
        .param("partner", partner)
        .query(ChannelRows::sent)
        .optional();
  }

  /** The newest reports of a partner. */
  List<SentReport> reports(UUID partner) {
    return db.sql(
            """
            select * from channel_report where partner = :partner
            order by at desc, id fetch first 100 rows only""")
        .param("partner", partner)
        .query(ChannelRows::sent)
        .list();
  }

  Optional<SentReport> ofTip(UUID tip) {
    return db.sql("select * from channel_report where tip = :tip")
        .param("tip", tip)
        .query(ChannelRows::sent)
        .optional();
  }

  void feedback(UUID report, String outcome) {
    one(
        db.sql("update channel_report set feedback = :outcome where id = :id")
            .param("outcome", outcome)
            .param("id", report)
            .update());
  }

  private static SentReport sent(ResultSet row, int number) throws SQLException {
    return new SentReport(
        row.getObject("id", UUID.class),
        row.getObject("partner", UUID.class),
        row.getObject("tip", UUID.class),
        row.getString("mark"),
        row.getString("form"),
        Columns.instant(row, "at"),
        row.getString("feedback"));
  }
}
