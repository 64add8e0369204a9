package org.passerelle.protect.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions from which deadlines run, and what was done about these. */
@Component
class DecisionEvents {
  private static final int MOST = 500;

  private static final String NAMED =
      """
      select d.id, d.kind, d.decided_on, d.appeal_until, c.id as case_id, c.code, c.country,
             c.lead_user
        from case_decision d join protect_case c on c.id = d.case_id
       where d.appeal_until between :from and :until
         and c.state <> 'closed' and {seen c}
       order by d.appeal_until, d.id fetch first :most rows only
      """;

  private static final String COUNTED_SUPERVISED =
      """
      select d.id, d.kind, d.decided_on, d.appeal_until, c.id as case_id, c.code, c.country,
             c.lead_user
        from case_decision d join protect_case c on c.id = d.case_id
       where d.kind in (:kinds) and d.decided_on between :from and :until
         and c.state <> 'closed' and {seen c}
       order by d.decided_on, d.id fetch first :most rows only
      """;

  private static final String COUNTED_OWN =
      """
      select d.id, d.kind, d.decided_on, d.appeal_until, c.id as case_id, c.code, c.country,
             c.lead_user
        from {own c}
        join case_decision d on d.case_id = c.id
       where c.state <> 'closed'
         and d.kind in (:kinds) and d.decided_on between :from and :until
       order by d.decided_on, d.id fetch first :most rows only
      """;

  private final JdbcClient db;
  private final CaseSight sight;

  DecisionEvents(JdbcClient db, CaseSight sight) {
    this.db = db;
    this.sight = sight;
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

  List<Event> events(UUID caseId) {
    return db.sql(
            """
            select d.id, d.kind, d.decided_on, d.appeal_until, c.id as case_id, c.code, c.country,
                   c.lead_user
              from case_decision d join protect_case c on c.id = d.case_id
             where d.case_id = :case order by d.decided_on, d.id
            """)
        .param("case", caseId)
        .query(DecisionEvents::event)
        .list();
  }

  /** Two questions, each along an index of its own: one with "or" would read every decision. */
  List<Event> events(
      SignedIn who,
      boolean supervised,
      LocalDate from,
      LocalDate until,
      List<String> kinds,
      LocalDate earliest) {
    List<Event> found = new ArrayList<>(bound(NAMED, who, supervised, from, until, kinds).list());
    if (!kinds.isEmpty()) {
      Set<UUID> named = new HashSet<>();
      found.forEach(e -> named.add(e.id));
      String question = supervised ? COUNTED_SUPERVISED : COUNTED_OWN;
      bound(question, who, supervised, earliest, until, kinds).list().stream()
          .filter(e -> !named.contains(e.id))
          .forEach(found::add);
    }
    return found;
  }

  private JdbcClient.MappedQuerySpec<Event> bound(
      String sql,
      SignedIn who,
      boolean supervised,
      LocalDate from,
      LocalDate until,
      List<String> kinds) {
    return sight
        .sql(sql, who)
        // who supervises may want only what their own teams have to do
        .param("supervisor", supervised && who.is(Role.SUPERVISOR))
        .param("from", from)
        .param("until", until)
        .param("kinds", kinds.isEmpty() ? List.of("") : kinds)
        .param("most", MOST)
        .query(DecisionEvents::event);
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

  Set<String> settled(UUID caseId) {
    return new HashSet<>(
        db.sql("select decision, kind from deadline_settled where case_id = :case")
            .param("case", caseId)
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
