package org.passerelle.protect.casework.safety.incident;

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
 * Serious incidents that are not acknowledged: for supervisors, and for the team if no supervisor
 * sees the case.
 */
@Component
class IncidentsDue implements DueSource {
  private final JdbcClient db;

  IncidentsDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "incident";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select i.id, i.case_id, i.grade, i.at, c.closed_to_named
              from incident i join case_outline c on c.id = i.case_id
             where i.case_id = any(cast(:ids as uuid array)) and i.grade <> 'light'
               and i.noted_at is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              Grade grade = Grade.of(row.getString("grade"));
              Due due =
                  Due.at(
                      row.getObject("case_id", UUID.class),
                      kind(),
                      row.getObject("id", UUID.class),
                      grade.code(),
                      Columns.instant(row, "at").plus(grade.urgency().within()),
                      null);
              return row.getBoolean("closed_to_named") ? due.forTeam() : due;
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("danger.incident." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/incidents#i-" + due.subject();
  }
}
