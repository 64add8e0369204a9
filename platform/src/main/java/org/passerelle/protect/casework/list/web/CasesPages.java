package org.passerelle.protect.casework.list.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.web.CountriesByUse;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.CaseViews;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.springframework.stereotype.Component;

/** Assembles pages with rows of cases, from the list or a search. */
@Component
public class CasesPages {
  /** Number of cases on a page. */
  public static final int PER_PAGE = 25;

  private final CaseViews views;
  private final CodeOptions options;
  private final CountriesByUse countries;
  private final CaseFilters filters;
  private final Users users;
  private final DangerSigns signs;

  CasesPages(
      CaseViews views,
      CodeOptions options,
      CountriesByUse countries,
      CaseFilters filters,
      Users users,
      DangerSigns signs) {
    this.countries = countries;
    this.signs = signs;
    this.views = views;
    this.options = options;
    this.filters = filters;
    this.users = users;
  }

  /** Search results: all on one page, with the default columns. */
  public CasesPage found(List<CaseList.Row> rows, Act act) {
    return page(rows, rows.size(), CaseFilter.NONE, CaseFilters.USUAL, "", List.of(), act);
  }

  /**
   * A page of the list. Each row carries its warnings, since people telephone from here.
   *
   * @param next start positions of the pages up to the next one, or empty
   * @param trail start positions of the pages up to this one
   */
  CasesPage page(
      List<CaseList.Row> rows,
      int total,
      CaseFilter filter,
      List<String> columns,
      String next,
      List<String> trail,
      Act act) {
    Language language = act.language();
    SignedIn who = act.who();
    String whole = filters.whole(filter, columns);
    act.with(
        "signs", signs.of(rows.stream().map(CaseList.Row::id).toList(), who, act.page().texts()));
    return new CasesPage(
        rows,
        total,
        filter,
        columns,
        views.of(who),
        words(rows, language),
        users.names(rows.stream().map(CaseList.Row::lead).collect(Collectors.toSet())),
        colleagues(who),
        options.ordered("case_states", language),
        options.ordered("forms_of_exploitation", language),
        countries.of(who, language),
        filters.query(filter),
        whole,
        filters.parts(filter),
        next.isEmpty() ? "" : joined(whole, "after=" + next),
        trail.size() < 2
            ? whole
            : joined(whole, "after=" + String.join("~", trail.subList(0, trail.size() - 1))));
  }

  /** Possible leads in the reader's organisation. */
  List<Option> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(u -> u.roles().stream().anyMatch(RoleRule.CASEWORK::contains))
        .map(u -> new Option(u.id().toString(), u.name()))
        .toList();
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
