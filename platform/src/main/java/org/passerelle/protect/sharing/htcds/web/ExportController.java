package org.passerelle.protect.sharing.htcds.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.approval.ManyPersons;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.web.CaseFilters;
import org.passerelle.protect.sharing.htcds.ExportRequest;
import org.passerelle.protect.sharing.htcds.Exports;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to export the cases of a view, or selected ones. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class ExportController {
  private static final Set<String> FORMATS = Set.of("xlsx", "csv", "json");
  private final Exports exports;
  private final CaseList list;
  private final CaseFilters filters;

  ExportController(Exports exports, CaseList list, CaseFilters filters) {
    this.exports = exports;
    this.list = list;
    this.filters = filters;
  }

  /** Exports the cases of a view. */
  @GetMapping("/protect/export")
  String view(Act act) {
    return form(act.form(), act);
  }

  /** Exports the cases selected in the list. */
  @PostMapping("/protect/export/choose")
  String choose(Act act) {
    Filled form = act.form();
    if (form.ids("case").isEmpty()) {
      throw new Refused("cases.refused.none-chosen");
    }
    return form(form, act);
  }

  private String form(Filled form, Act act) {
    List<UUID> chosen = form.ids("case");
    CaseFilter filter = filters.read(fields(form), act);
    int count = chosen.isEmpty() ? list.count(filter, act.who()) : chosen.size();
    act.with(
        "view",
        new ExportPage(
            form,
            count,
            ManyPersons.needTwo(count),
            chosen,
            filters.parts(filter),
            options(ExportRequest.PURPOSES, "export.purpose.", act.page()),
            options(ExportRequest.CATEGORIES, "export.category.", act.page())));
    return "protect/htcds/export";
  }

  @PostMapping("/protect/export")
  String export(Act act) {
    Filled form = act.form();
    String purpose = form.neededCode("purpose", Set.copyOf(ExportRequest.PURPOSES));
    String reason = form.neededText("reason", Filled.SHORT);
    String format = form.neededCode("format", FORMATS);
    List<String> categories = form.codes("category", Set.copyOf(ExportRequest.CATEGORIES));
    if (categories.isEmpty()) {
      form.errors().add("category", "form.error.required");
    }
    return act.submit(
        () -> form(form, act),
        () -> {
          List<UUID> ids = asked(form, act);
          Exports.Asked asked =
              exports.ask(
                  new ExportRequest(format, purpose, reason, categories),
                  form.ticked("leave") ? exports.withoutBound(ids, act.who()) : ids,
                  act.who());
          if (asked.work() == null) {
            act.notice("good", "export.asked");
            return "/protect/cases";
          }
          return "/work/" + asked.work();
        });
  }

  private List<UUID> asked(Filled form, Act act) {
    List<UUID> chosen = form.ids("case");
    return chosen.isEmpty()
        ? list.ids(filters.read(fields(form), act), act.who(), Exports.MOST + 1)
        : chosen;
  }

  private static List<Option> options(List<String> codes, String prefix, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }

  private static MultiValueMap<String, String> fields(Filled form) {
    MultiValueMap<String, String> fields = new org.springframework.util.LinkedMultiValueMap<>();
    form.names().forEach(name -> fields.addAll(name, form.shownAll(name)));
    return fields;
  }
}
