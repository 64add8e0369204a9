package org.passerelle.understand.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.Columns;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The changes of a network; undo and redo, newest first. */
@Service
public class History {
  // data of a case end with their legal basis, not by undoing
  private static final String STANDS =
      """
      select number, kind, undoes from network_change
       where network = :network and undoes is null and undone_by is null and kind not in ('case', 'redo')
       order by number desc limit 1
      """;
  private static final String UNDONE =
      """
      select number, kind, undoes from network_change
       where network = :network and kind = 'undo' and undone_by is null order by number desc limit 1
      """;
  private static final String MADE =
      """
      select number, kind, undoes from network_change
       where network = :network and undoes is null and kind <> 'redo' order by number desc limit 1
      """;
  private static final String UNDO = "undo";
  private static final String REDO = "redo";
  private final JdbcClient db;
  private final Elements elements;
  private final Team team;
  private final AuditLog audit;

  History(JdbcClient db, Elements elements, Teams teams, AuditLog audit) {
    this.db = db;
    this.elements = elements;
    this.team = teams.of(NetworkTeam.TABLE);
    this.audit = audit;
  }

  /**
   * A change in the history.
   *
   * @param kind {@code actor.added}, {@code actor.changed}, {@code actor.removed}, the same for
   *     ties, {@code merged}, {@code parted}, {@code imported}, {@code case}, {@code suggested},
   *     {@code undo} or {@code redo}
   * @param elements number of actors and ties affected
   * @param undone whether it was undone
   */
  public record Change(
      int number, String kind, int elements, boolean undone, Instant at, UUID by) {}

  /**
   * Undoes the newest change in effect.
   *
   * @return its kind, or empty if there is none
   */
  @Transactional
  public Optional<String> undo(UUID network, SignedIn who) {
    team.needs(network, who);
    return newest(network, STANDS)
        .map(
            change -> {
              int number = elements.undo(network, change.number, UNDO, who);
              mark(network, change.number, number);
              log(network, UNDO, who);
              return change.kind;
            });
  }

  /**
   * Redoes the last undone change, if nothing was changed since.
   *
   * @return its kind, or empty if there is none
   */
  @Transactional
  public Optional<String> redo(UUID network, SignedIn who) {
    team.needs(network, who);
    Optional<Row> last = newest(network, UNDONE);
    Optional<Row> change = newest(network, MADE);
    if (last.isEmpty() || change.isEmpty() || change.get().number > last.get().number) {
      return Optional.empty();
    }
    int undone = Objects.requireNonNull(last.get().undoes);
    int number = elements.undo(network, last.get().number, REDO, who);
    mark(network, last.get().number, number);
    mark(network, undone, null);
    log(network, REDO, who);
    return newest(network, STANDS).map(Row::kind);
  }

  /** The history, newest first. */
  @Transactional(readOnly = true)
  public List<Change> newest(UUID network, SignedIn who) {
    team.needs(network, who);
    return db.sql(
            """
            select number, kind, elements, undone_by, at, by_user from network_change
             where network = :network order by number desc limit 50
            """)
        .param("network", network)
        .query(
            (row, i) ->
                new Change(
                    row.getInt("number"),
                    row.getString("kind"),
                    row.getInt("elements"),
                    row.getObject("undone_by") != null,
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  private record Row(int number, String kind, @Nullable Integer undoes) {}

  private Optional<Row> newest(UUID network, String sql) {
    return db.sql(sql)
        .param("network", network)
        .query(
            (row, i) ->
                new Row(
                    row.getInt("number"),
                    row.getString("kind"),
                    row.getObject("undoes", Integer.class)))
        .optional();
  }

  private void mark(UUID network, int number, @Nullable Integer by) {
    db.sql(
            "update network_change set undone_by = :by where network = :network and number = :number")
        .param("by", by)
        .param("network", network)
        .param("number", number)
        .update();
  }

  private void log(UUID network, String kind, SignedIn who) {
    audit.write(who, "network.changed", "network", network, Map.of("what", kind));
  }
}
