package org.passerelle.protect.casework.cases.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks, described by their kind; the encrypted title is decrypted for the assignee only. */
@Component
class TasksDue implements DueSource {
  private final JdbcClient db;
  private final CaseTasks tasks;
  private final FormDefinitions definitions;

  TasksDue(JdbcClient db, CaseTasks tasks, FormDefinitions definitions) {
    this.db = db;
    this.tasks = tasks;
    this.definitions = definitions;
  }

  @Override
  public String kind() {
    return "task";
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select id, case_id, kind, due, assigned from case_task
             where case_id = any(cast(:ids as uuid array)) and done_at is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    "task",
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    Columns.instant(row, "due"),
                    row.getObject("assigned", UUID.class)))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return definitions.lists().label("task_kinds", due.detail(), texts.language());
  }

  @Override
  public Map<UUID, String> opened(List<Due> own) {
    return tasks.titles(own.stream().map(Due::subject).toList());
  }

  @Override
  public String path(Due due) {
    return CaseTasks.path(due.caseId(), due.detail());
  }
}
