package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the shift book; texts are encrypted under the desk's key. */
@Component
class BookRows {
  private static final String WORDS = "desk_entry.words";

  private final JdbcClient db;
  private final Vault vault;

  BookRows(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /** Stores an entry; does nothing if it is already here. */
  void insert(Desk desk, Entry entry) {
    db.sql(
            """
            insert into desk_entry
              (id, organisation, desk, here, kind, at, words, by_user, point, state, holder, waits_since)
            values (:id, :organisation, :desk, :here, :kind, :at, :words, :by, :point, :state, :holder, :waits)
            on conflict do nothing
            """)
        .param("id", entry.id())
        .param("organisation", desk.organisation())
        .param("desk", desk.id())
        .param("here", entry.here())
        .param("kind", entry.kind())
        .param("at", DeskRows.at(entry.at()))
        .param("words", vault.seal(desk.key(), WORDS, entry.words()))
        .param("by", entry.by())
        .param("point", entry.point())
        .param("state", entry.state())
        .param("holder", entry.holder())
        .param("waits", entry.waitsSince() == null ? null : DeskRows.at(entry.waitsSince()))
        .update();
  }

  /** Recent entries and all open points, newest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(Desk desk, Instant since) {
    return db.sql(
            """
            select * from desk_entry
             where desk = :desk and organisation = :organisation
               and (at >= :since or state in ('waits', 'held'))
             order by at desc, id
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .param("since", DeskRows.at(since))
        .query((row, i) -> entry(desk, row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Entry> find(Desk desk, UUID id) {
    return db.sql(
            """
            select * from desk_entry
             where id = :id and desk = :desk and organisation = :organisation
            """)
        .param("id", id)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .query((row, i) -> entry(desk, row))
        .optional();
  }

  /** Marks a point as taken; the officer of the other side is unknown. */
  void hold(Desk desk, UUID id, @Nullable UUID officer) {
    state(desk, id, "held", officer, null);
  }

  void done(Desk desk, UUID id) {
    state(desk, id, "done", null, null);
  }

  /** Marks a point as waiting again. */
  void wait(Desk desk, UUID id, Instant since) {
    state(desk, id, "waits", null, since);
  }

  private void state(
      Desk desk, UUID id, String state, @Nullable UUID holder, @Nullable Instant since) {
    db.sql(
            """
            update desk_entry set state = :state, holder = :holder, waits_since = :since,
                   late_at = case when :state = 'waits' then late_at else null end
             where id = :id and organisation = :organisation and state in ('waits', 'held')
            """)
        .param("state", state)
        .param("holder", holder)
        .param("since", since == null ? null : DeskRows.at(since))
        .param("id", id)
        .param("organisation", desk.organisation())
        .update();
  }

  /**
   * Returns the points held by an officer whose shift ends to waiting; returns their identifiers.
   */
  List<UUID> leave(Desk desk, UUID officer, Instant now) {
    List<UUID> held =
        db.sql(
                """
                select id from desk_entry
                 where desk = :desk and organisation = :organisation and state = 'held' and holder = :officer
                 order by at, id
                """)
            .param("desk", desk.id())
            .param("organisation", desk.organisation())
            .param("officer", officer)
            .query(UUID.class)
            .list();
    held.forEach(id -> wait(desk, id, now));
    return held;
  }

  /** Marks a waiting point as late, once; false if it no longer waits. */
  boolean late(Desk desk, UUID id, Instant at) {
    return db.sql(
                """
            update desk_entry set late_at = :at
             where id = :id and organisation = :organisation and state = 'waits' and late_at is null
            """)
            .param("at", DeskRows.at(at))
            .param("id", id)
            .param("organisation", desk.organisation())
            .update()
        > 0;
  }

  /** A point that waits for this side, with its desk. */
  record Waiting(UUID id, UUID desk, UUID organisation) {}

  /** Points that nobody on this node has taken since a given time and that were not reported. */
  @Transactional(readOnly = true)
  public List<Waiting> waitingSince(Instant moment) {
    return db.sql(
            """
            select e.id, e.desk, e.organisation from desk_entry e
              join border_desk d on d.id = e.desk and d.organisation = e.organisation
             where e.state = 'waits' and e.point = 'here' and e.waits_since < :moment and e.late_at is null
               and d.state = 'open'
             order by e.waits_since, e.id
            """)
        .param("moment", DeskRows.at(moment))
        .query(Waiting.class)
        .list();
  }

  private Entry entry(Desk desk, ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("words");
    return new Entry(
        row.getObject("id", UUID.class),
        row.getBoolean("here"),
        row.getString("kind"),
        Columns.instant(row, "at"),
        sealed.length == 0 || !vault.holds(desk.key()) ? "" : vault.open(desk.key(), WORDS, sealed),
        row.getObject("by_user", UUID.class),
        row.getString("point"),
        row.getString("state"),
        row.getObject("holder", UUID.class),
        Columns.instantOrNull(row, "waits_since"),
        Columns.instantOrNull(row, "late_at"));
  }
}
