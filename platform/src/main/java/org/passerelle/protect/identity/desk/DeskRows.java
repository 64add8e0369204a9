package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores desks and the officers who work there. */
@Component
class DeskRows {
  private final JdbcClient db;
  private final Clock clock;

  DeskRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Stores a desk; does nothing if it is already here. */
  void insert(Desk desk) {
    db.sql(
            """
            insert into border_desk
              (id, organisation, other, proposed_here, crossing, agreement, state, own_key, proposed_at, ended_here)
            values (:id, :organisation, :other, :here, :crossing, :agreement, 'proposed', :key, :at, false)
            """)
        .param("id", desk.id())
        .param("organisation", desk.organisation())
        .param("other", desk.other())
        .param("here", desk.proposedHere())
        .param("crossing", desk.crossing())
        .param("agreement", desk.agreement())
        .param("key", desk.key())
        .param("at", at(desk.proposedAt()))
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<Desk> find(UUID id, UUID organisation) {
    return db.sql("select * from border_desk where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query(DeskRows::desk)
        .optional();
  }

  /** Locks a desk until the transaction ends. */
  Optional<Desk> hold(UUID id, UUID organisation) {
    return db.sql(
            "select * from border_desk where id = :id and organisation = :organisation for update")
        .param("id", id)
        .param("organisation", organisation)
        .query(DeskRows::desk)
        .optional();
  }

  /** Desks of an organisation, open ones first. */
  @Transactional(readOnly = true)
  public List<Desk> of(UUID organisation) {
    return db.sql(
            """
            select * from border_desk where organisation = :organisation
             order by case state when 'open' then 0 when 'proposed' then 1 else 2 end, proposed_at desc, id
            """)
        .param("organisation", organisation)
        .query(DeskRows::desk)
        .list();
  }

  /** Desks of the node, each once: if both sides are here, as stored by the proposing side. */
  @Transactional(readOnly = true)
  public List<Desk> ofNode() {
    return db.sql(
            """
            select d.* from border_desk d
             where d.accepted_at is not null
               and (d.proposed_here
                    or not exists (select 1 from border_desk o where o.id = d.id and o.organisation = d.other))
             order by d.proposed_at desc, d.id
            """)
        .query(DeskRows::desk)
        .list();
  }

  /** Open desks between two organisations, as stored by the first. */
  @Transactional(readOnly = true)
  public List<Desk> between(UUID organisation, UUID other) {
    return db.sql(
            """
            select * from border_desk
             where organisation = :organisation and other = :other and state = 'open' order by accepted_at, id
            """)
        .param("organisation", organisation)
        .param("other", other)
        .query(DeskRows::desk)
        .list();
  }

  void accepted(Desk desk, Instant when) {
    db.sql(
            """
            update border_desk set state = 'open', accepted_at = :at
             where id = :id and organisation = :organisation and state = 'proposed'
            """)
        .param("at", at(when))
        .param("id", desk.id())
        .param("organisation", desk.organisation())
        .update();
  }

  /** Ends a desk; false if it has already ended. */
  boolean ended(Desk desk, boolean here, Instant when) {
    return db.sql(
                """
                update border_desk set state = 'ended', ended_at = :at, ended_here = :here
                 where id = :id and organisation = :organisation and state <> 'ended'
                """)
            .param("at", at(when))
            .param("here", here)
            .param("id", desk.id())
            .param("organisation", desk.organisation())
            .update()
        == 1;
  }

  /** Records the other side's confirmation that nothing can be read there. */
  void gone(Desk desk) {
    db.sql(
            """
            update border_desk set gone_at = :at
             where id = :id and organisation = :organisation and gone_at is null and state = 'ended'
            """)
        .param("at", at(clock.instant()))
        .param("id", desk.id())
        .param("organisation", desk.organisation())
        .update();
  }

  /** Officers who work there. */
  @Transactional(readOnly = true)
  public Set<UUID> officers(Desk desk) {
    return Set.copyOf(
        db.sql("select user_id from desk_officer where desk = :desk and organisation = :own")
            .param("desk", desk.id())
            .param("own", desk.organisation())
            .query(UUID.class)
            .list());
  }

  void name(Desk desk, Set<UUID> officers, SignedIn who) {
    db.sql("delete from desk_officer where desk = :desk and organisation = :organisation")
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .update();
    for (UUID officer : officers) {
      db.sql(
              """
              insert into desk_officer (desk, organisation, user_id, named_at, named_by)
              values (:desk, :organisation, :user, :now, :by)
              """)
          .param("desk", desk.id())
          .param("organisation", desk.organisation())
          .param("user", officer)
          .param("now", at(clock.instant()))
          .param("by", who.user())
          .update();
    }
  }

  private static Desk desk(ResultSet row, int number) throws SQLException {
    return new Desk(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("other", UUID.class),
        row.getBoolean("proposed_here"),
        row.getString("crossing"),
        row.getString("agreement"),
        row.getString("state"),
        row.getObject("own_key", UUID.class),
        Columns.instant(row, "proposed_at"),
        Columns.instantOrNull(row, "accepted_at"),
        Columns.instantOrNull(row, "ended_at"),
        row.getBoolean("ended_here"),
        Columns.instantOrNull(row, "gone_at"));
  }

  static OffsetDateTime at(Instant instant) {
    return Columns.at(instant);
  }
}
