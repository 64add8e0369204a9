package org.passerelle.protect.casework.list.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.CasePlace;
import org.passerelle.protect.casework.list.UnseenCases;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages of the list of cases. */
@Controller
@Caseworkers
class CaseListController {
  private static final int TRAIL = 30;
  private final CaseList list;
  private final CaseFilters filters;
  private final CasesPages pages;
  private final UnseenCases unseen;

  CaseListController(CaseList list, CaseFilters filters, CasesPages pages, UnseenCases unseen) {
    this.unseen = unseen;
    this.list = list;
    this.filters = filters;
    this.pages = pages;
  }

  @GetMapping("/protect/cases")
  String cases(Act act) {
    CaseFilter filter = filters.read(act.form().all(), act);
    List<String> trail = trail(act.form().shown("after"));
    Optional<CasePlace> after =
        trail.isEmpty() ? Optional.empty() : CasePlace.of(trail.get(trail.size() - 1));
    CaseList.Slice slice = list.slice(filter, act.who(), after, CasesPages.PER_PAGE);
    act.with("news", unseen.cases(act.who()));
    return act.show(
        "protect/list/list",
        pages.page(
            slice.rows(),
            list.count(filter, act.who()),
            filter,
            filters.columns(act.form().all()),
            slice.next().map(place -> with(trail, place.written())).orElse(""),
            trail,
            act));
  }

  /** Start positions of the pages up to this one; without a token the list starts again. */
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
}
