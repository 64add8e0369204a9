package org.passerelle.prevent.tip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tips and their sealed parts in the database. */
@Component
class TipRows {
  private static final String TIP = "select t.* from tip t ";
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;

  TipRows(JdbcClient db, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A new tip.
   *
   * @param mark fingerprint of its return code
   * @param writer key of its writer
   */
  UUID insert(UUID organisation, String mark, String writer, boolean danger, String sealedBy) {
    Instant now = clock.instant();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into tip (id, code, organisation, mark, writer, arrived_at, due_at, danger, sealed_by, stage)
            values (:id, :code, :organisation, :mark, :writer, :now, :due, :danger, :by, 'arrived')""")
        .param("id", id)
        .param("code", identifiers.shortCode())
        .param("organisation", organisation)
        .param("mark", mark)
        .param("writer", writer)
        .param("now", Columns.at(now))
        .param("due", Columns.at(now.plus(Tip.within(danger))))
        .param("danger", danger)
        .param("by", sealedBy)
        .update();
    return id;
  }

  /** Marks a new tip with the partner that reported it. */
  void from(UUID tip, PartnerTips.From from) {
    int rows =
        db.sql("update tip set partner = :partner, sector = :sector where id = :id")
            .param("partner", from.partner())
            .param("sector", from.sector())
            .param("id", tip)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  /** Adds what the writer sealed; the tip is new, or held. */
  UUID write(UUID tip, String ticket, byte[] sealed) {
    return part(tip, "writer", null, ticket, sealed, null);
  }

  /** Adds what the team wrote to a tip that is held. */
  UUID part(
      UUID tip,
      String author,
      @Nullable UUID by,
      @Nullable String ticket,
      byte[] sealed,
      byte @Nullable [] forWriter) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into tip_part (id, tip, number, at, author, by_user, ticket, sealed, for_writer)
            values (:id, :tip, (select coalesce(max(o.number), 0) + 1 from tip_part o where o.tip = :tip),
              :now, :author, :by, :ticket, :sealed, :forWriter)""")
        .param("id", id)
        .param("tip", tip)
        .param("now", Columns.now(clock))
        .param("author", author)
        .param("by", by)
        .param("ticket", ticket)
        .param("sealed", sealed)
        .param("forWriter", forWriter)
        .update();
    return id;
  }

  /** Whether something was already sent with a ticket. */
  boolean isSent(String ticket) {
    return db.sql("select count(*) from tip_part where ticket = :ticket")
            .param("ticket", ticket)
            .query(Integer.class)
            .single()
        > 0;
  }

  Optional<Tip> find(UUID id) {
    return db.sql(TIP + "where t.id = :id").param("id", id).query(TipRows::tip).optional();
  }

  /** The same, held until the end of the transaction. */
  Optional<Tip> hold(UUID id) {
    return db.sql(TIP + "where t.id = :id for update")
        .param("id", id)
        .query(TipRows::tip)
        .optional();
  }

  /** Codes of those of some tips that an organisation has. */
  Map<UUID, String> codes(UUID organisation, List<UUID> tips) {
    Map<UUID, String> codes = new HashMap<>();
    db.sql(
            """
            select id, code from tip
            where organisation = :organisation and id = any(cast(:ids as uuid array))""")
        .param("organisation", organisation)
        .param("ids", UuidArray.of(tips))
        .query(
            row -> {
              codes.put(row.getObject("id", UUID.class), row.getString("code"));
            });
    return codes;
  }

  /** The tip from which a screening was begun. */
  Optional<Tip> ofScreening(UUID screening) {
    return db.sql(TIP + "where t.screening = :screening")
        .param("screening", screening)
        .query(TipRows::tip)
        .optional();
  }

  /** Tips from which one of some screenings was begun, held until the end of the transaction. */
  List<Tip> holdOfScreenings(List<UUID> screenings) {
    return db.sql(
            TIP + "where t.screening = any(cast(:ids as uuid array)) order by t.id for update")
        .param("ids", UuidArray.of(screenings))
        .query(TipRows::tip)
        .list();
  }

  Optional<Tip> byMark(String mark) {
    return db.sql(TIP + "where t.mark = :mark").param("mark", mark).query(TipRows::tip).optional();
  }

  Optional<Tip> byCode(UUID organisation, String code) {
    return db.sql(TIP + "where t.code = :code and t.organisation = :organisation")
        .param("code", code)
        .param("organisation", organisation)
        .query(TipRows::tip)
        .optional();
  }

  /**
   * Tips that an organisation's team sees: its own, and those it reads as the second.
   *
   * @param from {@link Triage#PUBLIC}, a sector, the identifier of a partner, or empty for all
   */
  List<Tip> seen(UUID organisation, boolean closed, String from) {
    return db.sql(
            TIP
                + """
                where (t.closed_at is not null) = :closed and (t.organisation = :organisation
                  or exists (select 1 from tip_second s where s.tip = t.id and s.organisation = :organisation
                    and (s.stage = t.stage or (s.stage = 'assessment' and t.stage = 'follow_up'))))
                  and (:from = '' or t.sector = :from or (:from = 'public' and t.partner is null)
                    or cast(t.partner as varchar(36)) = :from)
                order by t.closed_at desc, t.danger desc, t.due_at, t.arrived_at, t.id
                fetch first 200 rows only""")
        .param("closed", closed)
        .param("organisation", organisation)
        .param("from", from)
        .query(TipRows::tip)
        .list();
  }

  /** The parts of a tip, oldest first. */
  List<TipPart> parts(UUID tip) {
    return db.sql("select * from tip_part where tip = :tip order by number")
        .param("tip", tip)
        .query(TipRows::part)
        .list();
  }

  /** Codes of other tips of the organisation with the same text. */
  List<String> same(Tip tip) {
    return tip.sameMark() == null
        ? List.of()
        : db.sql(
                """
                select code from tip where same_mark = :mark and id <> :id and organisation = :organisation
                order by code fetch first 20 rows only""")
            .param("mark", tip.sameMark())
            .param("id", tip.id())
            .param("organisation", tip.organisation())
            .query(String.class)
            .list();
  }

  /** What an officer changed; whoever holds the row writes it. */
  void update(Tip tip) {
    int rows =
        db.sql(
                """
                update tip set organisation = :organisation, due_at = :due, stage = :stage, category = :category,
                  urgency = :urgency, holder = :holder, same_mark = :same, first_read_at = :read,
                  outcome = :outcome, closed_at = :closed, duplicate = :duplicate, screening = :screening,
                  added = :added
                where id = :id""")
            .param("organisation", tip.organisation())
            .param("due", at(tip.due()))
            .param("stage", tip.stage())
            .param("category", tip.category())
            .param("urgency", tip.urgency())
            .param("holder", tip.holder())
            .param("same", tip.sameMark())
            .param("read", at(tip.firstRead()))
            .param("outcome", tip.outcome())
            .param("closed", at(tip.closed()))
            .param("duplicate", tip.duplicate())
            .param("screening", tip.screening())
            .param("added", tip.added())
            .param("id", tip.id())
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  /** Seals a part to another team. */
  void reseal(UUID part, byte[] sealed) {
    int rows =
        db.sql("update tip_part set sealed = :sealed where id = :id")
            .param("sealed", sealed)
            .param("id", part)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  private static java.time.@Nullable OffsetDateTime at(@Nullable Instant at) {
    return at == null ? null : Columns.at(at);
  }

  static Tip tip(ResultSet row, int number) throws SQLException {
    return new Tip(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("organisation", UUID.class),
        row.getString("writer"),
        Columns.instant(row, "arrived_at"),
        Columns.instantOrNull(row, "due_at"),
        row.getBoolean("danger"),
        row.getString("sealed_by"),
        row.getString("stage"),
        row.getString("category"),
        row.getString("urgency"),
        row.getObject("holder", UUID.class),
        row.getString("same_mark"),
        Columns.instantOrNull(row, "first_read_at"),
        row.getString("outcome"),
        Columns.instantOrNull(row, "closed_at"),
        row.getString("duplicate"),
        row.getObject("screening", UUID.class),
        row.getObject("added", UUID.class),
        row.getObject("partner", UUID.class),
        row.getString("sector"));
  }

  private static TipPart part(ResultSet row, int number) throws SQLException {
    return new TipPart(
        row.getObject("id", UUID.class),
        Columns.instant(row, "at"),
        row.getString("author"),
        row.getObject("by_user", UUID.class),
        row.getBytes("sealed"),
        row.getBytes("for_writer"));
  }
}
