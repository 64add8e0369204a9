package org.passerelle.protect.casework.list.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseViews;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Saves and deletes views of the list. */
@Controller
@Caseworkers
class ViewsController {
  private final CaseViews views;
  private final CaseFilters filters;

  ViewsController(CaseViews views, CaseFilters filters) {
    this.views = views;
    this.filters = filters;
  }

  @PostMapping("/protect/cases/views")
  String keep(Act act) {
    Filled form = act.form();
    String name = form.neededText("name", 60);
    if (!form.errors().isEmpty()) {
      throw new Refused("cases.refused.view-name");
    }
    CaseFilter filter = filters.read(form.all(), act);
    List<String> columns = filters.columns(form.all());
    String query = filters.whole(filter, columns);
    return act.once(
        () -> {
          views.keep(name, form.ticked("shared"), query, act.who());
          return "/protect/cases" + (query.isEmpty() ? "" : "?" + query);
        });
  }

  @PostMapping("/protect/cases/views/{id}/forget")
  String forget(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          views.forget(id, act.who());
          return "/protect/cases";
        });
  }
}
