package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The joint log of a desk: kinds and times of acts. Each entry is sent with the message about the
 * act, so that both sides have the same log; it names no person, officer or case.
 */
@Component
class DeskLog {
  private final JdbcClient db;
  private final Identifiers identifiers;

  DeskLog(JdbcClient db, Identifiers identifiers) {
    this.db = db;
    this.identifiers = identifiers;
  }

  /** Logs an act of this side. */
  DeskEvent here(Desk desk, String kind, Instant at) {
    return here(desk, kind, at, false, null);
  }

  DeskEvent here(Desk desk, String kind, Instant at, boolean minor, @Nullable Integer seconds) {
    DeskEvent made =
        new DeskEvent(
            identifiers.next(), true, kind, at.truncatedTo(ChronoUnit.MICROS), minor, seconds);
    keep(desk, made);
    return made;
  }

  /** Stores an entry; does nothing if it is already here. */
  void keep(Desk desk, DeskEvent event) {
    keep(desk.id(), desk.organisation(), event);
  }

  void keep(UUID desk, UUID organisation, DeskEvent event) {
    db.sql(
            """
            insert into desk_event (id, organisation, desk, here, kind, at, minor, seconds)
            values (:id, :organisation, :desk, :here, :kind, :at, :minor, :seconds) on conflict do nothing
            """)
        .param("id", event.id())
        .param("organisation", organisation)
        .param("desk", desk)
        .param("here", event.here())
        .param("kind", event.kind())
        .param("at", DeskRows.at(event.at()))
        .param("minor", event.minor())
        .param("seconds", event.seconds())
        .update();
  }

  /** Entries of a desk since a given time, newest first. */
  @Transactional(readOnly = true)
  public List<DeskEvent> of(Desk desk, Instant since) {
    return db.sql(
            """
            select * from desk_event
             where desk = :desk and organisation = :organisation and at >= :since order by at desc, id
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .param("since", DeskRows.at(since))
        .query(DeskLog::event)
        .list();
  }

  private static DeskEvent event(ResultSet row, int number) throws SQLException {
    return new DeskEvent(
        row.getObject("id", UUID.class),
        row.getBoolean("here"),
        row.getString("kind"),
        Columns.instant(row, "at"),
        row.getBoolean("minor"),
        row.getObject("seconds", Integer.class));
  }
}
