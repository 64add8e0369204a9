package org.passerelle.work.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.SealedJson;
import org.passerelle.work.Order;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code work}. */
@Component
class WorkRows {
  private static final String ARGUMENTS = "work.arguments";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final NamedLock lock;
  private final Clock clock;

  WorkRows(JdbcClient db, SealedJson sealed, NamedLock lock, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Arguments of a message. */
  record Arguments(List<String> all) {
    Arguments {
      all = List.copyOf(all);
    }
  }

  void insert(UUID id, Order order, SignedIn who) {
    db.sql(
            """
            insert into work (id, organisation, user_id, kind, back, state, done, expected, figures, problem, leads_to,
                              asked_at, expires_at, expired)
            values (:id, :organisation, :user, :kind, :back, 'prepared', 0, 0, '', '', '', :now, :expires, false)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("kind", order.kind())
        .param("back", order.back())
        .param("now", now())
        .param("expires", Columns.at(clock.instant().plus(order.kept())))
        .update();
  }

  Optional<Work> find(UUID id, SignedIn who) {
    return db.sql("select * from work where id = :id and user_id = :user and organisation = :org")
        .param("id", id)
        .param("user", who.user())
        .param("org", who.organisation())
        .query(this::work)
        .optional();
  }

  List<Work> newest(SignedIn who, int limit) {
    return db.sql(
            """
            select * from work where user_id = :user and organisation = :org and state <> 'prepared'
             order by asked_at desc, id limit :limit
            """)
        .param("user", who.user())
        .param("org", who.organisation())
        .param("limit", limit)
        .query(this::work)
        .list();
  }

  private int goingOn(SignedIn who) {
    return db.sql(
            "select count(*) from work where user_id = :user and state in ('waiting', 'running')")
        .param("user", who.user())
        .query(Integer.class)
        .single();
  }

  /**
   * Queues prepared work; false if it is queued or done already.
   *
   * @param most maximum number of waiting and running works of a user
   * @throws Refused if the maximum is reached; simultaneous requests cannot exceed it
   */
  @Transactional
  public boolean wait(UUID id, SignedIn who, int most) {
    lock.acquire("work " + who.user());
    if (goingOn(who) >= most) {
      throw new Refused("work.refused.many", most);
    }
    return db.sql("update work set state = 'waiting' where id = :id and state = 'prepared'")
            .param("id", id)
            .update()
        == 1;
  }

  void began(UUID id) {
    db.sql("update work set state = 'running', started_at = :now where id = :id")
        .param("now", now())
        .param("id", id)
        .update();
  }

  void reached(UUID id, long done, long expected) {
    db.sql("update work set done = :done, expected = :expected where id = :id")
        .param("done", done)
        .param("expected", expected)
        .param("id", id)
        .update();
  }

  void ended(Running running, WorkState state, String problem, List<String> arguments) {
    db.sql(
            """
            update work set state = :state, done = :done, expected = :expected, figures = :figures, problem = :problem,
                            arguments = :arguments, leads_to = :to, ended_at = :now
             where id = :id
            """)
        .param("state", state.code())
        .param("done", running.done)
        .param("expected", running.expected)
        .param("figures", text(running.figures))
        .param("problem", problem)
        .param(
            "arguments",
            arguments.isEmpty()
                ? null
                : sealed.seal(running.work(), ARGUMENTS, new Arguments(arguments)))
        .param("to", running.leadsTo)
        .param("now", now())
        .param("id", running.work())
        .update();
  }

  /** Marks work that ran when the server stopped. */
  int markInterrupted() {
    return db.sql(
            """
            update work set state = 'interrupted', ended_at = :now
             where state in ('prepared', 'waiting', 'running')
            """)
        .param("now", now())
        .update();
  }

  List<UUID> due() {
    return db.sql("select id from work where expired = false and expires_at < :now")
        .param("now", now())
        .query(UUID.class)
        .list();
  }

  /** Lets it expire now. */
  void due(UUID id) {
    db.sql("update work set expires_at = :now where id = :id and expires_at > :now")
        .param("now", Columns.at(clock.instant()))
        .param("id", id)
        .update();
  }

  void expired(UUID id) {
    db.sql("update work set expired = true, arguments = null where id = :id")
        .param("id", id)
        .update();
  }

  private Work work(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] arguments = row.getBytes("arguments");
    return new Work(
        id,
        row.getObject("user_id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("kind"),
        row.getString("back"),
        WorkState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("done"),
        row.getLong("expected"),
        figures(row.getString("figures")),
        row.getString("problem"),
        arguments == null
            ? List.of()
            : sealed.open(id, ARGUMENTS, arguments, Arguments.class).all(),
        row.getString("leads_to"),
        Columns.instant(row, "asked_at"),
        Columns.instantOrNull(row, "started_at"),
        Columns.instantOrNull(row, "ended_at"),
        Columns.instant(row, "expires_at"),
        false);
  }

  private static String text(Map<String, Long> figures) {
    return figures.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Long> figures(String text) {
    Map<String, Long> figures = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              figures.put(line.substring(0, at), Long.valueOf(line.substring(at + 1)));
            });
    return figures;
  }

  private OffsetDateTime now() {
    return Columns.at(clock.instant());
  }
}
