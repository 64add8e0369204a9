package org.passerelle.protect.casework.safety.risk;

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

/** Next risk assessment of an open case, on the date named in the most recent one. */
@Component
class RiskDue implements DueSource {
  private final JdbcClient db;

  RiskDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "risk";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select r.case_id, r.form, r.next_on, c.lead_user
              from risk_level r join case_outline c on c.id = r.case_id
             where r.case_id = any(cast(:ids as uuid array)) and r.next_on is not null
               and c.state <> 'closed'
               and not exists (select 1 from risk_level later
                                where later.case_id = r.case_id
                                  and (later.at > r.at or (later.at = r.at and later.id > r.id)))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.on(
                    row.getObject("case_id", UUID.class),
                    kind(),
                    row.getObject("form", UUID.class),
                    "",
                    row.getObject("next_on", LocalDate.class),
                    row.getObject("lead_user", UUID.class)))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("risk.due");
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/risk";
  }
}
