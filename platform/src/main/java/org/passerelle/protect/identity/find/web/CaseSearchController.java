package org.passerelle.protect.identity.find.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.web.CasesPages;
import org.passerelle.protect.identity.find.CaseSearch;
import org.passerelle.protect.sharing.referral.SpokenReferences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search page for cases by code, pseudonym or name, and for hand-overs by reference. */
@Controller
@Caseworkers
class CaseSearchController {
  private static final int LONGEST = 100;
  private final CaseSearch search;
  private final CasesPages pages;
  private final SpokenReferences spoken;

  CaseSearchController(CaseSearch search, CasesPages pages, SpokenReferences spoken) {
    this.spoken = spoken;
    this.search = search;
    this.pages = pages;
  }

  /** A POST request, so that the search text is never part of a URL. */
  @PostMapping("/protect/cases/find")
  String find(@RequestParam(defaultValue = "") String q, Act act) {
    Optional<String> said = spoken.find(q, act.who());
    if (said.isPresent()) {
      return "redirect:" + said.get();
    }
    boolean tooLong = q.length() > LONGEST;
    List<CaseList.Row> rows = tooLong ? List.of() : search.find(q, act.who(), CasesPages.PER_PAGE);
    return act.with("words", tooLong ? q.substring(0, LONGEST) : q)
        .show("protect/find/found", pages.found(rows, act));
  }
}
