package org.passerelle.protect.casework.followup;

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

/**
 * Planned visits and calls, for the assignee; and danger reported by one, for the team and its
 * supervisors until acknowledged. Includes closed cases.
 */
@Component
public class FollowUpsDue implements DueSource {
  private final JdbcClient db;

  FollowUpsDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "follow_up";
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select id, case_id, due, assigned, way, attempts, state, concern from follow_up
             where case_id = any(cast(:ids as uuid array))
               and (state = 'planned' or (state = 'done' and concern <> '' and seen_at is null))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              UUID id = row.getObject("id", UUID.class);
              LocalDate day = row.getObject("due", LocalDate.class);
              return row.getString("state").equals("planned")
                  ? Due.on(
                      caseId,
                      "follow_up",
                      id,
                      row.getString("way") + " " + row.getInt("attempts"),
                      day,
                      row.getObject("assigned", UUID.class))
                  : Due.on(caseId, "follow_up", id, row.getString("concern"), day, null).forTeam();
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    String[] said = due.detail().split(" ", 2);
    return said.length > 1
        ? texts.text("followup.today." + said[0], Integer.parseInt(said[1]))
        : texts.text("followup.concern." + said[0]);
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/follow-ups/" + due.subject();
  }
}
