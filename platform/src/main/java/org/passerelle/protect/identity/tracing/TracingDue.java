package org.passerelle.protect.identity.tracing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reviews of requests in open cases; requests on hold wait for a supervisor at once, or for the
 * team if no supervisor sees the case.
 */
@Component
class TracingDue implements DueSource {
  private static final String HELD = "held";
  private final JdbcClient db;

  TracingDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "tracing";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select r.id, r.case_id, r.state, r.review_on, r.held_at, c.lead_user, c.closed_to_named
              from tracing_request r join case_outline c on c.id = r.case_id
             where r.case_id = any(cast(:ids as uuid array)) and r.state <> 'ended'
               and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              UUID id = row.getObject("id", UUID.class);
              if (row.getString("state").equals(HELD)) {
                Due due = Due.at(caseId, kind(), id, HELD, Columns.instant(row, "held_at"), null);
                return row.getBoolean("closed_to_named") ? due.forTeam() : due;
              }
              return Due.on(
                  caseId,
                  kind(),
                  id,
                  "open",
                  row.getObject("review_on", LocalDate.class),
                  row.getObject("lead_user", UUID.class));
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("tracing.due." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/tracing/" + due.subject();
  }
}
