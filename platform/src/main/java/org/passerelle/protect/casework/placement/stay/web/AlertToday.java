package org.passerelle.protect.casework.placement.stay.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Component;

/**
 * Shows supervisors an alert that was not confirmed within the hour as an item of its own, not only
 * among late items of colleagues. For the team it is due from the start.
 */
@Component
class AlertToday implements Today {
  private static final int SHOWN = 50;
  private final CaseSight sight;

  AlertToday(CaseSight sight) {
    this.sight = sight;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return sight
        .sql(
            """
            select d.subject, d.due_at, c.code
              from {case c} join case_due_outline d on d.case_id = c.id
             where c.id in (select a.case_id from case_due_outline a
                             where a.organisation = :organisation and a.kind = 'alert' and a.due_at <= :seenAt)
               and d.kind = 'alert' and d.due_at <= :seenAt and {seen c} and not {team c}
             order by d.due_at, d.subject limit :shown
            """,
            who)
        .param("shown", SHOWN)
        .query(
            (row, i) ->
                new Item(
                    Columns.instant(row, "due_at"),
                    page.text("stay.today.unconfirmed"),
                    row.getString("code"),
                    "/protect/stays/" + row.getObject("subject", UUID.class),
                    page.text("home.see")))
        .list();
  }
}
