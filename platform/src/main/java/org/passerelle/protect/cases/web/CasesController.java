package org.passerelle.protect.cases.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.access.Users;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseFilter;
import org.passerelle.protect.cases.CaseList;
import org.passerelle.protect.cases.CasePlace;
import org.passerelle.protect.cases.CaseSearch;
import org.passerelle.protect.cases.CaseViews;
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
  private static final int TRAIL = 30;
  private final CaseList list;
  private final CaseSearch search;
  private final CaseViews views;
  private final Cases cases;
  private final CaseOptions options;
  private final CaseFilters filters;
  private final CaseFields fields;
  private final Users users;
  private final OnceOnly once;

  CasesController(
      CaseList list,
      CaseSearch search,
      CaseViews views,
      Cases cases,
      CaseOptions options,
      CaseFilters filters,
      CaseFields fields,
      Users users,
      OnceOnly once) {
    this.list = list;
    this.search = search;
    this.views = views;
    this.cases = cases;
    this.options = options;
    this.filters = filters;
    this.fields = fields;
    this.users = users;
    this.once = once;
  }

  @GetMapping("/protect/cases")
  String cases(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page reader,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    CaseFilter filter = filters.read(sent, reader.language());
    List<String> trail = trail(sent.getFirst("after"));
    Optional<CasePlace> after =
        trail.isEmpty() ? Optional.empty() : CasePlace.of(trail.get(trail.size() - 1));
    CaseList.Slice slice = list.slice(filter, who, after, PER_PAGE);
    model.addAttribute(
        "view",
        view(
            slice.rows(),
            list.count(filter, who),
            filter,
            filters.columns(sent),
            slice.next().map(place -> with(trail, place.written())).orElse(""),
            trail,
            reader.language(),
            who));
    return "protect/cases/list";
  }

  /**
   * The places after which the pages up to this one began; without a token the list starts anew.
   */
  private static List<String> trail(@Nullable String sent) {
    return sent == null || sent.isEmpty()
        ? List.of()
        : Stream.of(sent.split("~", -1)).filter(one -> CasePlace.of(one).isPresent()).toList();
  }

  private static String with(List<String> trail, String next) {
    List<String> all =
        new ArrayList<>(trail.subList(Math.max(0, trail.size() - TRAIL), trail.size()));
    all.add(next);
    return String.join("~", all);
  }

  /** Searching is a POST: what is sought never stands in an address. */
  @PostMapping("/protect/cases/find")
  String find(
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute("page") Page reader,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    List<CaseList.Row> rows = q.length() > 100 ? List.of() : search.find(q, who, PER_PAGE);
    model.addAttribute(
        "view",
        view(
            rows,
            rows.size(),
            CaseFilter.NONE,
            CaseFilters.USUAL,
            "",
            List.of(),
            reader.language(),
            who));
    model.addAttribute("words", q.length() > 100 ? q.substring(0, 100) : q);
    return "protect/cases/found";
  }

  @GetMapping("/protect/cases/new")
  String blank(@ModelAttribute("page") Page reader, Model model) {
    return form(fields.blank(reader.moments().today()), reader, model);
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
      CaseFilter filter,
      List<String> columns,
      String next,
      List<String> trail,
      Language language,
      SignedIn who) {
    String whole = filters.whole(filter, columns);
    return new CasesPage(
        rows,
        total,
        filter,
        columns,
        views.of(who),
        words(rows, language),
        users.names(rows.stream().map(CaseList.Row::lead).collect(Collectors.toSet())),
        users.in(who.organisation()).stream()
            .filter(User::active)
            .filter(u -> u.roles().stream().anyMatch(RoleRule.CASEWORK::contains))
            .map(u -> new Option(u.id().toString(), u.name()))
            .toList(),
        options.ordered("case_states", language),
        options.ordered("forms_of_exploitation", language),
        options.sorted("countries", language),
        filters.query(filter),
        whole,
        filters.parts(filter),
        next.isEmpty() ? "" : joined(whole, "after=" + next),
        trail.size() < 2
            ? whole
            : joined(whole, "after=" + String.join("~", trail.subList(0, trail.size() - 1))));
  }

  private Map<String, String> words(List<CaseList.Row> rows, Language language) {
    Map<String, String> words = new HashMap<>();
    for (CaseList.Row row : rows) {
      String exploitation = row.form();
      words.put(row.state().code(), options.label("case_states", row.state().code(), language));
      words.put(row.country(), options.label("countries", row.country(), language));
      if (exploitation != null) {
        words.put(exploitation, options.label("forms_of_exploitation", exploitation, language));
      }
    }
    return words;
  }

  private static String joined(String whole, String more) {
    return whole.isEmpty() ? more : whole + "&" + more;
  }
}
