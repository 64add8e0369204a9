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
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseFilter;
import org.passerelle.protect.cases.CaseList;
import org.passerelle.protect.cases.CaseOpening;
import org.passerelle.protect.cases.CasePlace;
import org.passerelle.protect.cases.CaseSearch;
import org.passerelle.protect.cases.CaseViews;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
  private final CaseOpening opening;
  private final CaseOptions options;
  private final CaseFilters filters;
  private final CaseFields fields;
  private final Users users;

  CasesController(
      CaseList list,
      CaseSearch search,
      CaseViews views,
      CaseOpening opening,
      CaseOptions options,
      CaseFilters filters,
      CaseFields fields,
      Users users) {
    this.list = list;
    this.search = search;
    this.views = views;
    this.opening = opening;
    this.options = options;
    this.filters = filters;
    this.fields = fields;
    this.users = users;
  }

  @GetMapping("/protect/cases")
  String cases(Act act) {
    CaseFilter filter = filters.read(act.form().all(), act.language());
    List<String> trail = trail(act.form().shown("after"));
    Optional<CasePlace> after =
        trail.isEmpty() ? Optional.empty() : CasePlace.of(trail.get(trail.size() - 1));
    CaseList.Slice slice = list.slice(filter, act.who(), after, PER_PAGE);
    act.with(
        "view",
        view(
            slice.rows(),
            list.count(filter, act.who()),
            filter,
            filters.columns(act.form().all()),
            slice.next().map(place -> with(trail, place.written())).orElse(""),
            trail,
            act.language(),
            act.who()));
    return "protect/cases/list";
  }

  /**
   * The places after which the pages up to this one began; without a token the list starts anew.
   */
  private static List<String> trail(String sent) {
    return sent.isEmpty()
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
  String find(@RequestParam(defaultValue = "") String q, Act act) {
    List<CaseList.Row> rows = q.length() > 100 ? List.of() : search.find(q, act.who(), PER_PAGE);
    act.with(
        "view",
        view(
            rows,
            rows.size(),
            CaseFilter.NONE,
            CaseFilters.USUAL,
            "",
            List.of(),
            act.language(),
            act.who()));
    act.with("words", q.length() > 100 ? q.substring(0, 100) : q);
    return "protect/cases/found";
  }

  @GetMapping("/protect/cases/new")
  String blank(Act act) {
    return form(act.form(fields.blank(act.page().moments().today())), act);
  }

  @PostMapping("/protect/cases")
  String open(Act act) {
    Filled form = act.form();
    LocalDate today = LocalDate.ofInstant(act.page().moments().now(), ZoneOffset.UTC).plusDays(1);
    PersonDraft person = fields.person(form, today);
    CaseDraft draft = fields.draft(form, today, null);
    return act.submit(
        () -> form(form, act), () -> "/protect/cases/" + opening.open(person, draft, act.who()));
  }

  private String form(Filled form, Act act) {
    act.with("view", CaseFormPage.of(null, 0, form, options, act.language()));
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
