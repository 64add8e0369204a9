package org.passerelle.protect.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/**
 * Tasks past their deadline. Shown by their kind: what a task says is sealed, and a board of a
 * whole organisation is no place to open it.
 */
@Component
class OverdueWork implements OverdueSource {
  private final OverdueRows rows;
  private final FormDefinitions definitions;

  OverdueWork(OverdueRows rows, FormDefinitions definitions) {
    this.rows = rows;
    this.definitions = definitions;
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Overdue> overdue(SignedIn who, Page page) {
    return rows.of(
        """
            select t.kind, t.due, t.assigned, t.case_id, c.code
              from case_task t join protect_case c on c.id = t.case_id
             where t.done_at is null and t.due < :now
               and {seen c}
             order by t.due fetch first :shown rows only
            """,
        who,
        (row, i) ->
            new Overdue(
                row.getObject("due", OffsetDateTime.class).toInstant(),
                definitions.lists().label("task_kinds", row.getString("kind"), page.language()),
                row.getString("code"),
                row.getObject("assigned", UUID.class),
                "/protect/cases/" + row.getObject("case_id", UUID.class)));
  }
}
