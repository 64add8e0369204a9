package org.passerelle.protect.cases.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of one case: overview, history, and the identity when it is asked for. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseController {
  private static final int ALL_LINES = 1_000;
  private final Cases cases;
  private final Persons persons;
  private final CasePages pages;

  CaseController(Cases cases, Persons persons, CasePages pages) {
    this.cases = cases;
    this.persons = persons;
    this.pages = pages;
  }

  @GetMapping
  String overview(@PathVariable UUID id, Act act) {
    return act.show(
        "protect/cases/case", pages.of(cases.read(id, act.who()), CasePages.LINES, act));
  }

  @GetMapping("/history")
  String history(@PathVariable UUID id, Act act) {
    return act.show("protect/cases/history", pages.of(cases.read(id, act.who()), ALL_LINES, act));
  }

  /** A POST, so that looking at an identity is an act and never a link that somebody followed. */
  @PostMapping("/identity")
  String identity(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    UUID person = found.person().id();
    return act.with("identity", persons.identity(person, act.who()))
        .with("contact", persons.contact(person, act.who()))
        .show("protect/cases/identity", pages.of(found, 0, act));
  }

  /** Whoever switches the language there asks for the identity again. */
  @GetMapping("/identity")
  String identityAgain(@PathVariable UUID id, Act act) {
    return "redirect:/protect/cases/" + cases.find(id, act.who()).id();
  }
}
