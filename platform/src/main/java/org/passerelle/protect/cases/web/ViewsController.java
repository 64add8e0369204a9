package org.passerelle.protect.cases.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseFilter;
import org.passerelle.protect.cases.CaseViews;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeping and forgetting views of the list. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class ViewsController {
  private final CaseViews views;
  private final CaseFilters filters;
  private final OnceOnly once;

  ViewsController(CaseViews views, CaseFilters filters, OnceOnly once) {
    this.views = views;
    this.filters = filters;
    this.once = once;
  }

  @PostMapping("/protect/cases/views")
  String keep(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String name = form.neededText("name", 60);
    if (!form.errors().isEmpty()) {
      throw new Refused("cases.refused.view-name");
    }
    CaseFilter filter = filters.read(sent, page.language());
    List<String> columns = filters.columns(sent);
    String query = filters.whole(filter, columns);
    return once.run(
        form.once(),
        who,
        () -> {
          views.keep(name, form.ticked("shared"), query, who);
          return "/protect/cases" + (query.isEmpty() ? "" : "?" + query);
        });
  }

  @PostMapping("/protect/cases/views/{id}/forget")
  String forget(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    views.forget(id, who);
    return "redirect:/protect/cases";
  }
}
