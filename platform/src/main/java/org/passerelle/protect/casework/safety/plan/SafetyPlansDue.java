package org.passerelle.protect.casework.safety.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews of safety plans of open cases. */
@Component
class SafetyPlansDue implements DueSource {
  private final JdbcClient db;

  SafetyPlansDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "safety_plan";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select p.id, p.case_id, p.review_on, c.lead_user
              from safety_plan p join case_outline c on c.id = p.case_id
             where p.case_id = any(cast(:ids as uuid array)) and c.state <> 'closed'
               and not exists (select 1 from safety_plan later
                                where later.case_id = p.case_id
                                  and (later.at > p.at or (later.at = p.at and later.id > p.id)))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.on(
                    row.getObject("case_id", UUID.class),
                    kind(),
                    row.getObject("id", UUID.class),
                    "",
                    row.getObject("review_on", LocalDate.class),
                    row.getObject("lead_user", UUID.class)))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("safety.due");
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/safety-plan";
  }
}
