package org.passerelle.protect.casework.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores screenings in the table {@code screening}. */
@Component
class ScreeningRows {
  private static final String COLUMNS =
      """
      id, code, organisation, officer, submission, form, version, first, former, case_id,
      started_at, changed_at, finished_at, outcome, urgency, maybe_minor\
      """;
  private final JdbcClient db;

  ScreeningRows(JdbcClient db) {
    this.db = db;
  }

  void insert(Screening screening) {
    db.sql(
            """
            insert into screening (id, code, organisation, officer, submission, form, version,
              first, former, started_at, changed_at)
            values (:id, :code, :organisation, :officer, :submission, :form, :version, :first,
              :former, :at, :at)
            """)
        .param("id", screening.id())
        .param("code", screening.code())
        .param("organisation", screening.organisation())
        .param("officer", screening.officer())
        .param("submission", screening.submission())
        .param("form", screening.form())
        .param("version", screening.version())
        .param("first", screening.first())
        .param("former", screening.former())
        .param("at", Columns.at(screening.startedAt()))
        .update();
  }

  Optional<Screening> find(UUID id) {
    return db.sql("select " + COLUMNS + " from screening where id = :id")
        .param("id", id)
        .query((row, number) -> screening(row))
        .optional();
  }

  /** Locks the row until the transaction ends, so that a screening is finished only once. */
  Optional<Screening> hold(UUID id) {
    return db.sql("select " + COLUMNS + " from screening where id = :id for update")
        .param("id", id)
        .query((row, number) -> screening(row))
        .optional();
  }

  byte[] result(UUID id) {
    return db.sql("select result from screening where id = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes("result"))
        .single();
  }

  List<Screening> list(UUID organisation, @Nullable UUID officer, int from, int most) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                   from screening
                  where organisation = :organisation
                    and (cast(:officer as uuid) is null or officer = :officer)
                  order by case when finished_at is null then 0 else 1 end, started_at desc, id
                  limit :most offset :from
                  """)
        .param("organisation", organisation)
        .param("officer", officer)
        .param("most", most)
        .param("from", from)
        .query((row, number) -> screening(row))
        .list();
  }

  List<Screening> ofPerson(UUID first) {
    return db.sql(
            "select " + COLUMNS + " from screening where first = :first order by started_at, id")
        .param("first", first)
        .query((row, number) -> screening(row))
        .list();
  }

  List<Screening> ofCase(UUID caseId) {
    return db.sql(
            "select " + COLUMNS + " from screening where case_id = :case order by started_at, id")
        .param("case", caseId)
        .query((row, number) -> screening(row))
        .list();
  }

  void changed(UUID id, Instant at) {
    db.sql("update screening set changed_at = :at where id = :id")
        .param("at", Columns.at(at))
        .param("id", id)
        .update();
  }

  void finish(UUID id, ScreeningResult result, byte[] sealed, Instant at) {
    db.sql(
            """
            update screening
            set finished_at = :at, changed_at = :at, outcome = :outcome, urgency = :urgency,
              maybe_minor = :minor, rules = :rules, result = :result
            where id = :id
            """)
        .param("at", Columns.at(at))
        .param("outcome", result.outcome().name())
        .param("urgency", result.urgency().name())
        .param("minor", result.ageNow().needsNoMeans())
        .param("rules", result.rules())
        .param("result", sealed)
        .param("id", id)
        .update();
  }

  void openedCase(UUID id, UUID caseId) {
    db.sql("update screening set case_id = :case where id = :id")
        .param("case", caseId)
        .param("id", id)
        .update();
  }

  private static Screening screening(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    String urgency = row.getString("urgency");
    return new Screening(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("organisation", UUID.class),
        row.getObject("officer", UUID.class),
        row.getObject("submission", UUID.class),
        row.getString("form"),
        row.getInt("version"),
        row.getObject("first", UUID.class),
        row.getObject("former", UUID.class),
        row.getObject("case_id", UUID.class),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "changed_at"),
        Columns.instantOrNull(row, "finished_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        urgency == null ? null : Urgency.valueOf(urgency),
        row.getBoolean("maybe_minor"));
  }
}
