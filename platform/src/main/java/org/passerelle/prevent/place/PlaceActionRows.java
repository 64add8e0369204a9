package org.passerelle.prevent.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Actions against risks in the database, sealed under the key of their organisation. */
@Component
class PlaceActionRows {
  private static final String WORDS = "risk_action.words";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final CascadeDelete rows;
  private final Clock clock;

  PlaceActionRows(JdbcClient db, SealedJson sealed, CascadeDelete rows, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.rows = rows;
    this.clock = clock;
  }

  /** All actions of an organisation, the one due first before the others, without their steps. */
  List<PlaceAction> of(UUID organisation) {
    return db.sql(
            """
            select a.*, p.organisation from risk_action a join risk_place p on p.id = a.place
            where p.organisation = :organisation order by a.due_on, a.id""")
        .param("organisation", organisation)
        .query(this::action)
        .list();
  }

  /** Actions of a place with their steps. */
  List<PlaceAction> at(UUID organisation, UUID place) {
    record Of(UUID action, PlaceAction.Step step) {}
    Map<UUID, List<PlaceAction.Step>> steps =
        db
            .sql(
                """
                select s.* from risk_action_step s join risk_action a on a.id = s.action
                where a.place = :place order by s.number desc""")
            .param("place", place)
            .query(
                (row, number) ->
                    new Of(
                        row.getObject("action", UUID.class),
                        new PlaceAction.Step(
                            row.getInt("number"),
                            row.getString("state"),
                            Columns.instant(row, "at"),
                            row.getObject("by_user", UUID.class))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Of::action, Collectors.mapping(Of::step, Collectors.toList())));
    return db
        .sql(
            """
            select a.*, p.organisation from risk_action a join risk_place p on p.id = a.place
            where p.organisation = :organisation and a.place = :place order by a.due_on, a.id""")
        .param("organisation", organisation)
        .param("place", place)
        .query(this::action)
        .list()
        .stream()
        .map(action -> action.with(steps.getOrDefault(action.id(), List.of())))
        .toList();
  }

  /** Inserts an action of a place that is held, with the steps it has. */
  void insert(UUID organisation, PlaceAction action) {
    db.sql(
            """
            insert into risk_action (id, place, words, measure, due_on, state, version)
            values (:id, :place, :words, :measure, :due, :state, :version)""")
        .param("id", action.id())
        .param("place", action.place())
        .param("words", sealed.seal(organisation, WORDS, action.words()))
        .param("measure", action.measure())
        .param("due", action.due())
        .param("state", action.state())
        .param("version", action.version())
        .update();
    for (PlaceAction.Step step : action.steps()) {
      step(action.id(), step);
    }
  }

  /** A state that is set now. */
  PlaceAction.Step now(int number, String state, UUID by) {
    return new PlaceAction.Step(number, state, clock.instant(), by);
  }

  /** Sets the state of an action whose place is held. */
  void state(UUID action, PlaceAction.Step step) {
    int actions =
        db.sql("update risk_action set state = :state, version = :version where id = :id")
            .param("state", step.state())
            .param("version", step.number())
            .param("id", action)
            .update();
    if (actions == 0) {
      throw new NotFound();
    }
    step(action, step);
  }

  private void step(UUID action, PlaceAction.Step step) {
    db.sql(
            """
            insert into risk_action_step (action, number, state, at, by_user)
            values (:action, :number, :state, :at, :by)""")
        .param("action", action)
        .param("number", step.number())
        .param("state", step.state())
        .param("at", Columns.at(step.at()))
        .param("by", step.by())
        .update();
  }

  /** Deletes an action with its steps. */
  void delete(UUID action) {
    rows.delete("risk_action", List.of(action));
  }

  private PlaceAction action(ResultSet row, int number) throws SQLException {
    return new PlaceAction(
        row.getObject("id", UUID.class),
        row.getObject("place", UUID.class),
        sealed.open(
            row.getObject("organisation", UUID.class),
            WORDS,
            row.getBytes("words"),
            PlaceAction.Words.class),
        row.getString("measure"),
        row.getObject("due_on", LocalDate.class),
        row.getString("state"),
        row.getInt("version"),
        List.of());
  }
}
