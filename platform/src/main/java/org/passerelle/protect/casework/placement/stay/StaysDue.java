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

/**
 * Expected arrivals and returns, for the team of the case. The placing team sees them among urgent
 * stays once they are late.
 */
@Component
class StaysDue implements DueSource {
  private final JdbcClient db;

  StaysDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "stay";
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select s.id, s.case_id, s.state, s.due_at, c.lead_user
              from stay s join case_outline c on c.id = s.case_id
             where s.case_id = any(cast(:ids as uuid array)) and s.state in ('expected', 'away')
               and s.due_at is not null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                        row.getObject("case_id", UUID.class),
                        kind(),
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        Columns.instant(row, "due_at"),
                        row.getObject("lead_user", UUID.class))
                    .forTeam())
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("stay.due." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/stays/" + due.subject();
  }

  @Override
  public String action() {
    return "home.see";
  }
}
