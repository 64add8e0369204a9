package org.passerelle.protect.casework.solution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores durable solutions and findings. */
@Component
class SolutionRows {
  static final String PLACE = "durable_solution.details";
  private static final String CHECK = "solution_check.details";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Identifiers identifiers;
  private final Clock clock;

  SolutionRows(JdbcClient db, SealedJson sealed, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Durable solutions of a case, newest first.
   *
   * @param read determines a point of a kind from the case
   */
  List<DurableSolution> of(UUID caseId, BiPredicate<String, String> read, boolean minor) {
    Map<UUID, Map<String, DurableSolution.Checked>> checks = checks(caseId);
    return db.sql("select * from durable_solution where case_id = :case order by at desc, id desc")
        .param("case", caseId)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              String kind = row.getString("kind");
              return new DurableSolution(
                  id,
                  caseId,
                  kind,
                  row.getString("country"),
                  row.getString("state"),
                  sealed.open(caseId, PLACE, row.getBytes("details"), DurableSolution.Words.class),
                  row.getObject("decided_on", LocalDate.class),
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class),
                  Points.of(kind, minor).stream()
                      .map(p -> point(p, kind, checks.getOrDefault(id, Map.of()), read))
                      .toList());
            })
        .list();
  }

  private static DurableSolution.Point point(
      String code,
      String kind,
      Map<String, DurableSolution.Checked> checks,
      BiPredicate<String, String> read) {
    if (Points.READ.contains(code)) {
      return new DurableSolution.Point(code, read.test(kind, code), true, null);
    }
    DurableSolution.Checked checked = checks.get(code);
    return new DurableSolution.Point(code, checked != null && checked.met(), false, checked);
  }

  private Map<UUID, Map<String, DurableSolution.Checked>> checks(UUID caseId) {
    Map<UUID, Map<String, DurableSolution.Checked>> checks = new HashMap<>();
    db.sql(
            """
            select k.* from solution_check k join durable_solution s on s.id = k.solution
             where s.case_id = :case order by k.number
            """)
        .param("case", caseId)
        .query(
            row -> {
              // the latest finding counts
              checks
                  .computeIfAbsent(row.getObject("solution", UUID.class), s -> new HashMap<>())
                  .put(row.getString("point"), checked(row, caseId));
            });
    return checks;
  }

  private DurableSolution.Checked checked(ResultSet row, UUID caseId) throws SQLException {
    return new DurableSolution.Checked(
        row.getBoolean("met"),
        row.getObject("on_day", LocalDate.class),
        sealed.open(caseId, CHECK, row.getBytes("details"), DurableSolution.Evidence.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }

  int count(UUID caseId) {
    return db.sql("select count(*) from durable_solution where case_id = :case")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  Optional<String> decided(UUID caseId) {
    return db.sql(
            """
            select kind from durable_solution where case_id = :case and state = 'decided'
             order by decided_on desc, at desc, id limit 1
            """)
        .param("case", caseId)
        .query(String.class)
        .optional();
  }

  /** Locks a solution until the transaction ends; false if it does not exist. */
  boolean hold(UUID id, UUID caseId) {
    return db.sql("select id from durable_solution where id = :id and case_id = :case for update")
        .param("id", id)
        .param("case", caseId)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void check(
      DurableSolution solution,
      String point,
      boolean met,
      LocalDate on,
      DurableSolution.Evidence evidence,
      UUID user) {
    db.sql(
            """
            insert into solution_check (id, solution, point, met, on_day, details, number, at, by_user)
            select :id, :solution, :point, :met, :on, :details, coalesce(max(number), 0) + 1, :now, :user
              from solution_check where solution = :solution
            """)
        .param("id", identifiers.next())
        .param("solution", solution.id())
        .param("point", point)
        .param("met", met)
        .param("on", on)
        .param("details", sealed.seal(solution.caseId(), CHECK, evidence))
        .param("now", Columns.now(clock))
        .param("user", user)
        .update();
  }

  /** Marks earlier decisions of the case as no longer valid. */
  void decided(DurableSolution solution, LocalDate on, UUID user) {
    db.sql(
            """
            update durable_solution set state = 'dropped', decided_on = null
             where case_id = :case and id <> :id and state = 'decided'
            """)
        .param("case", solution.caseId())
        .param("id", solution.id())
        .update();
    db.sql(
            """
            update durable_solution set state = 'decided', decided_on = :on, decided_by = :user where id = :id
            """)
        .param("on", on)
        .param("user", user)
        .param("id", solution.id())
        .update();
  }

  boolean dropped(UUID id) {
    return db.sql(
                """
                update durable_solution set state = 'dropped', decided_on = null
                 where id = :id and state <> 'dropped'
                """)
            .param("id", id)
            .update()
        == 1;
  }
}
