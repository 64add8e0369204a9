package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRedirect;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of a case: its story, its sides, and the identity on request. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseController {
  private final Cases cases;
  private final Persons persons;
  private final CasePages pages;
  private final List<CaseRedirect> elsewhere;

  CaseController(Cases cases, Persons persons, CasePages pages, List<CaseRedirect> elsewhere) {
    this.elsewhere = List.copyOf(elsewhere);
    this.cases = cases;
    this.persons = persons;
    this.pages = pages;
  }

  @GetMapping
  String overview(@PathVariable UUID id, Act act) {
    if (!cases.sees(id, act.who())) {
      return elsewhere.stream()
          .flatMap(one -> one.page(id, act.who()).stream())
          .findFirst()
          .map(page -> "redirect:" + page)
          .orElseThrow(NotFound::new);
    }
    return act.show("protect/cases/case", pages.story(cases.read(id, act.who()), act));
  }

  /** A side of the case: person, care, justice or papers. */
  @GetMapping("/side/{side}")
  String side(@PathVariable UUID id, @PathVariable String side, Act act) {
    CaseSide shown = CaseSide.of(side).orElseThrow(NotFound::new);
    return act.show("protect/cases/side", pages.side(cases.read(id, act.who()), shown, act));
  }

  @GetMapping("/history")
  String history(@PathVariable UUID id, Act act) {
    return act.show("protect/cases/history", pages.history(cases.read(id, act.who()), act));
  }

  /**
   * A POST request, so that viewing an identity is a deliberate act and cannot be triggered by a
   * link.
   */
  @PostMapping("/identity")
  String identity(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    UUID person = found.person().id();
    return act.with("identity", persons.identity(person, act.who()))
        .with("contact", persons.contact(person, act.who()))
        .show("protect/cases/identity", pages.bare(found, act));
  }

  /** After switching the language, the reader has to request the identity again. */
  @GetMapping("/identity")
  String identityAgain(@PathVariable UUID id, Act act) {
    return "redirect:/protect/cases/" + cases.find(id, act.who()).id();
  }
}
