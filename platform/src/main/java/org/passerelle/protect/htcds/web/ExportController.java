package org.passerelle.protect.htcds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ManyPersons;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseFilter;
import org.passerelle.protect.cases.CaseList;
import org.passerelle.protect.cases.web.CaseFilters;
import org.passerelle.protect.htcds.ExportWish;
import org.passerelle.protect.htcds.Exports;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking cases out as a file: those of a view, or those chosen. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class ExportController {
  private static final Set<String> FORMATS = Set.of("csv", "json");
  private final Exports exports;
  private final CaseList list;
  private final CaseFilters filters;
  private final OnceOnly once;

  ExportController(Exports exports, CaseList list, CaseFilters filters, OnceOnly once) {
    this.exports = exports;
    this.list = list;
    this.filters = filters;
    this.once = once;
  }

  /** Those of a view. */
  @GetMapping("/protect/export")
  String view(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return form(Filled.of(sent), page, who, model);
  }

  /** Those chosen in the list. */
  @PostMapping("/protect/export/choose")
  String choose(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    if (chosen(form).isEmpty()) {
      throw new Refused("cases.refused.none-chosen");
    }
    return form(form, page, who, model);
  }

  private String form(Filled form, Page page, SignedIn who, Model model) {
    List<UUID> chosen = chosen(form);
    CaseFilter filter = filters.read(fields(form), page.language());
    int count = chosen.isEmpty() ? list.count(filter, who) : chosen.size();
    model.addAttribute(
        "view",
        new ExportPage(
            form,
            count,
            ManyPersons.needTwo(count),
            chosen,
            filters.parts(filter),
            options(ExportWish.PURPOSES, "export.purpose.", page),
            options(ExportWish.CATEGORIES, "export.category.", page)));
    return "protect/htcds/export";
  }

  @PostMapping("/protect/export")
  String export(
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    String purpose = form.neededCode("purpose", Set.copyOf(ExportWish.PURPOSES));
    String reason = form.neededText("reason", Filled.SHORT);
    String format = form.neededCode("format", FORMATS);
    List<String> categories = form.codes("category", Set.copyOf(ExportWish.CATEGORIES));
    if (categories.isEmpty()) {
      form.errors().add("category", "form.error.required");
    }
    if (!form.errors().isEmpty()) {
      return form(form, page, who, model);
    }
    List<UUID> chosen = chosen(form);
    List<UUID> ids =
        chosen.isEmpty()
            ? list.ids(filters.read(fields(form), page.language()), who, Exports.MOST + 1)
            : chosen;
    return once.run(
        form.once(),
        who,
        () -> {
          Exports.Asked asked =
              exports.ask(new ExportWish(format, purpose, reason, categories), ids, who);
          if (asked.work() == null) {
            Notices.leave(request, "good", page.text("export.asked"));
            return "/protect/cases";
          }
          return "/work/" + asked.work();
        });
  }

  private static List<Option> options(List<String> codes, String prefix, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }

  private static MultiValueMap<String, String> fields(Filled form) {
    MultiValueMap<String, String> fields = new org.springframework.util.LinkedMultiValueMap<>();
    form.names().forEach(name -> fields.addAll(name, form.shownAll(name)));
    return fields;
  }

  private static List<UUID> chosen(Filled form) {
    List<UUID> ids = new ArrayList<>();
    for (String one : form.shownAll("case")) {
      try {
        ids.add(UUID.fromString(one));
      } catch (IllegalArgumentException none) {
        // no identifier of a case
      }
    }
    return ids;
  }
}
