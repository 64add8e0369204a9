package org.passerelle.protect.casework.placement.stay;

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

/** Unconfirmed alerts for missing children, for the team of the case. */
@Component
class AlertsDue implements DueSource {
  private final JdbcClient db;

  AlertsDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "alert";
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select s.id, s.case_id, s.missing_at, c.lead_user
              from stay s join case_outline c on c.id = s.case_id
             where s.case_id = any(cast(:ids as uuid array)) and s.state = 'missing'
               and s.missing_at is not null
               and not exists (select 1 from missing_alert a
                                where a.stay = s.id and a.missing_at = s.missing_at)
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                        row.getObject("case_id", UUID.class),
                        "alert",
                        row.getObject("id", UUID.class),
                        "",
                        Columns.instant(row, "missing_at").plus(Alerts.WITHIN),
                        row.getObject("lead_user", UUID.class))
                    .forTeam())
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("stay.today.unconfirmed");
  }

  @Override
  public String path(Due due) {
    return "/protect/stays/" + due.subject();
  }

  @Override
  public String action() {
    return "home.see";
  }

  @Override
  public boolean pressing() {
    return true;
  }
}
