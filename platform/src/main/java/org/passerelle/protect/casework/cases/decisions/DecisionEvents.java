package org.passerelle.protect.casework.cases.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions from which deadlines run, and which of these were dealt with. */
@Component
class DecisionEvents {
  private final JdbcClient db;

  DecisionEvents(JdbcClient db) {
    this.db = db;
  }

  record Event(
      UUID id,
      String kind,
      LocalDate on,
      @Nullable LocalDate appealUntil,
      UUID caseId,
      String code,
      String country,
      UUID lead) {}

  /** Decisions of open cases that are already access-checked, or for automatic processing. */
  List<Event> events(Collection<UUID> cases) {
    return db.sql(
            """
            select d.id, d.kind, d.decided_on, d.appeal_until, c.id as case_id, c.code, c.country,
                   c.lead_user
              from case_decision d join protect_case c on c.id = d.case_id
             where d.case_id = any(cast(:ids as uuid array)) and c.state <> 'closed'
             order by d.decided_on, d.id
            """)
        .param("ids", UuidArray.of(cases))
        .query(DecisionEvents::event)
        .list();
  }

  private static Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("appeal_until", LocalDate.class),
        row.getObject("case_id", UUID.class),
        row.getString("code"),
        row.getString("country"),
        row.getObject("lead_user", UUID.class));
  }

  Set<String> settled(Collection<UUID> cases) {
    return new HashSet<>(
        db.sql(
                """
                select decision, kind from deadline_settled
                 where case_id = any(cast(:ids as uuid array))
                """)
            .param("ids", UuidArray.of(cases))
            .query((row, i) -> row.getObject("decision", UUID.class) + row.getString("kind"))
            .list());
  }

  Set<String> taskKinds(UUID caseId) {
    return new HashSet<>(
        db.sql("select distinct kind from case_task where case_id = :case")
            .param("case", caseId)
            .query(String.class)
            .list());
  }
}
