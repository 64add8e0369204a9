package org.passerelle.protect.cases.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.Users;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseList;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.PersonDraft;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** List, search and opening of cases. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class CasesController {
  private static final int PER_PAGE = 25;
  private static final Set<String> SORTS =
      Set.of("changed", "due", "opened", "code", "state", "form", "country");
  private final CaseList list;
  private final Cases cases;
  private final CaseOptions options;
  private final CaseFields fields;
  private final Users users;
  private final OnceOnly once;

  CasesController(
      CaseList list,
      Cases cases,
      CaseOptions options,
      CaseFields fields,
      Users users,
      OnceOnly once) {
    this.list = list;
    this.cases = cases;
    this.options = options;
    this.fields = fields;
    this.users = users;
    this.once = once;
  }

  @GetMapping("/protect/cases")
  String cases(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(defaultValue = "") String minor,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "changed") String sort,
      @RequestParam(defaultValue = "1") String page,
      @ModelAttribute("page") Page reader,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Language language = reader.language();
    String sorted = SORTS.contains(sort) ? sort : "changed";
    CaseList.Filter filter =
        new CaseList.Filter(
            !mine.isEmpty(),
            state.equals("open") ? "open" : known("case_states", state),
            known("forms_of_exploitation", form),
            known("countries", country),
            !minor.isEmpty(),
            !due.isEmpty(),
            sorted,
            ranks(sorted, language));
    int total = list.count(filter, who);
    int pages = Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
    int number =
        Math.min(pages, page.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1);
    List<CaseList.Row> rows = list.rows(filter, who, (number - 1) * PER_PAGE, PER_PAGE);
    model.addAttribute("view", view(rows, total, number, pages, filter, language));
    return "protect/cases/list";
  }

  /** Searching is a POST: what is sought never stands in an address. */
  @PostMapping("/protect/cases/find")
  String find(
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute("page") Page reader,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    List<CaseList.Row> rows = q.length() > 100 ? List.of() : list.find(q, who, PER_PAGE);
    model.addAttribute(
        "view", view(rows, rows.size(), 1, 1, CaseList.Filter.NONE, reader.language()));
    model.addAttribute("words", q.length() > 100 ? q.substring(0, 100) : q);
    return "protect/cases/found";
  }

  @GetMapping("/protect/cases/new")
  String blank(@ModelAttribute("page") Page reader, Model model) {
    Filled form =
        Filled.with(
            Map.of(
                "first_contact",
                reader.moments().today().toString(),
                "might_be_minor",
                "not_sure",
                "asylum",
                "not_asked"));
    return form(form, reader, model);
  }

  @PostMapping("/protect/cases")
  String open(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page reader,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    LocalDate today = LocalDate.ofInstant(reader.moments().now(), ZoneOffset.UTC).plusDays(1);
    PersonDraft person = fields.person(form, today);
    CaseDraft draft = fields.draft(form, today, null);
    if (!form.errors().isEmpty()) {
      return form(form, reader, model);
    }
    return once.run(form.once(), who, () -> "/protect/cases/" + cases.open(person, draft, who));
  }

  private String form(Filled form, Page reader, Model model) {
    model.addAttribute("view", CaseFormPage.of(null, 0, form, options, reader.language()));
    return "protect/cases/new";
  }

  private CasesPage view(
      List<CaseList.Row> rows,
      int total,
      int number,
      int pages,
      CaseList.Filter filter,
      Language language) {
    Map<String, String> words = new HashMap<>();
    for (CaseList.Row row : rows) {
      String exploitation = row.form();
      words.put(row.state().code(), options.label("case_states", row.state().code(), language));
      words.put(row.country(), options.label("countries", row.country(), language));
      if (exploitation != null) {
        words.put(exploitation, options.label("forms_of_exploitation", exploitation, language));
      }
    }
    return new CasesPage(
        rows,
        total,
        rows.isEmpty() ? 0 : (number - 1) * PER_PAGE + 1,
        number,
        pages,
        filter,
        words,
        users.names(rows.stream().map(CaseList.Row::lead).collect(Collectors.toSet())),
        options.ordered("case_states", language),
        options.ordered("forms_of_exploitation", language),
        options.sorted("countries", language),
        query(filter));
  }

  private String known(String list, String code) {
    return options.codes(list).contains(code) ? code : "";
  }

  private List<String> ranks(String sort, Language language) {
    return switch (sort) {
      case "state" -> options.ordered("case_states", language).stream().map(Option::value).toList();
      case "form" ->
          options.sorted("forms_of_exploitation", language).stream().map(Option::value).toList();
      case "country" -> options.sorted("countries", language).stream().map(Option::value).toList();
      default -> List.of();
    };
  }

  private static String query(CaseList.Filter filter) {
    List<String> parts = new ArrayList<>();
    add(parts, "state", filter.state());
    add(parts, "form", filter.form());
    add(parts, "country", filter.country());
    add(parts, "mine", filter.mine() ? "yes" : "");
    add(parts, "minor", filter.minor() ? "yes" : "");
    add(parts, "due", filter.dueThisWeek() ? "yes" : "");
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parts.add(name + "=" + value);
    }
  }
}
