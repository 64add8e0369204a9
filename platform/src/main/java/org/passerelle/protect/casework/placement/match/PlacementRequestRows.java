package org.passerelle.protect.casework.placement.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores requests for places. */
@Component
class PlacementRequestRows {
  private static final String WISH = "placement_wait.details";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Clock clock;

  PlacementRequestRows(JdbcClient db, SealedJson sealed, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.clock = clock;
  }

  void insert(PlacementRequest wait, UUID user) {
    db.sql(
            """
            insert into placement_wait (id, case_id, organisation, urgency, state, details, at, by_user)
            values (:id, :case, :organisation, :urgency, :state, :details, :at, :user)
            """)
        .param("id", wait.id())
        .param("case", wait.caseId())
        .param("organisation", wait.organisation())
        .param("urgency", wait.urgency())
        .param("state", wait.state())
        .param("details", sealed.seal(wait.caseId(), WISH, wait.wish()))
        .param("at", Columns.at(wait.since()))
        .param("user", user)
        .update();
  }

  void update(PlacementRequest wait, int urgency, PlacementRequest.Wish wish) {
    db.sql("update placement_wait set urgency = :urgency, details = :details where id = :id")
        .param("urgency", urgency)
        .param("details", sealed.seal(wait.caseId(), WISH, wish))
        .param("id", wait.id())
        .update();
  }

  void state(UUID id, String state) {
    db.sql(
            """
            update placement_wait
               set state = :state,
                   organisation = case when :state = 'waiting'
                                       then (select c.organisation from case_outline c where c.id = placement_wait.case_id)
                                       else organisation end,
                   ended_at = case when :state = 'over' then cast(:now as timestamp(6) with time zone) end
             where id = :id
            """)
        .param("state", state)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  Optional<PlacementRequest> find(UUID id) {
    return db.sql(
            """
            select w.*, e.code from placement_wait w join case_outline e on e.id = w.case_id where w.id = :id
            """)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Locks a request until the transaction ends. */
  void hold(UUID id) {
    db.sql("select id from placement_wait where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /** The current request of a case. */
  Optional<PlacementRequest> ofCase(UUID caseId) {
    return db.sql(
            """
            select w.*, e.code from placement_wait w join case_outline e on e.id = w.case_id
             where w.case_id = :case and w.state <> 'over' order by w.at desc limit 1
            """)
        .param("case", caseId)
        .query(this::read)
        .optional();
  }

  /**
   * Requests for an organisation's placing team, most urgent and longest waiting first; without
   * closed cases.
   */
  List<PlacementRequest> waiting(UUID organisation) {
    return db.sql(
            """
            select w.*, e.code from placement_wait w join case_outline e on e.id = w.case_id
             where w.organisation = :own and w.state = 'waiting' and e.state <> 'closed' order by w.urgency, w.at, w.id
            """)
        .param("own", organisation)
        .query(this::read)
        .list();
  }

  /** Requests of these cases for an organisation's placing team. */
  List<PlacementRequest> among(UUID organisation, Collection<UUID> cases) {
    return db.sql(
            """
            select w.*, e.code from placement_wait w join case_outline e on e.id = w.case_id
             where w.case_id = any(cast(:cases as uuid array)) and w.organisation = :own
               and w.state = 'waiting' and e.state <> 'closed' order by w.at, w.id
            """)
        .param("cases", UuidArray.of(cases))
        .param("own", organisation)
        .query(this::read)
        .list();
  }

  /** The same without decryption. */
  List<PlacementRequest.Line> lines(UUID organisation) {
    return db.sql(
            """
            select w.id, e.code, w.urgency, w.at from placement_wait w join case_outline e on e.id = w.case_id
             where w.organisation = :own and w.state = 'waiting' and e.state <> 'closed' order by w.urgency, w.at, w.id
            """)
        .param("own", organisation)
        .query(
            (row, i) ->
                new PlacementRequest.Line(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getInt("urgency"),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Those of these cases whose request waits, whichever team it is for. */
  List<UUID> moving(Collection<UUID> cases) {
    return db.sql(
            """
            select w.case_id from placement_wait w join case_outline e on e.id = w.case_id
             where w.case_id = any(cast(:cases as uuid array)) and w.state = 'waiting' and e.state <> 'closed'
            """)
        .param("cases", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  private PlacementRequest read(ResultSet row, int i) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new PlacementRequest(
        row.getObject("id", UUID.class),
        caseId,
        row.getObject("organisation", UUID.class),
        row.getString("code"),
        row.getInt("urgency"),
        row.getString("state"),
        sealed.open(caseId, WISH, row.getBytes("details"), PlacementRequest.Wish.class),
        Columns.instant(row, "at"));
  }
}
