package org.passerelle.protect.casework.cases.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.DisclosedDataChanges;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to change a case and its person, to settle deadlines, and to reopen a case. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseChangeController {
  private final Cases cases;
  private final CaseChanges changes;
  private final DisclosedDataChanges given;
  private final CaseStates states;
  private final Persons persons;
  private final CaseFields fields;
  private final CaseFormPages pages;
  private final CaseDeadlines deadlines;

  CaseChangeController(
      Cases cases,
      CaseChanges changes,
      DisclosedDataChanges given,
      CaseStates states,
      Persons persons,
      CaseFields fields,
      CaseFormPages pages,
      CaseDeadlines deadlines) {
    this.cases = cases;
    this.changes = changes;
    this.given = given;
    this.states = states;
    this.persons = persons;
    this.fields = fields;
    this.pages = pages;
    this.deadlines = deadlines;
  }

  @GetMapping("/edit")
  String edit(@PathVariable UUID id, Act act) {
    Case found = cases.read(id, act.who());
    act.form(CaseFields.filled(found));
    return form("protect/cases/edit", found, found.version(), act);
  }

  @PostMapping("/edit")
  String change(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    CaseDraft draft =
        fields.draft(act.form(), act.page().moments().today().plusDays(1), found.screening());
    return act.submit(
        () -> form("protect/cases/edit", cases.read(id, act.who()), found.version(), act),
        () -> {
          return given
              .changing(
                  id, act.who(), () -> changes.change(id, act.form().version(), draft, act.who()))
              .orElse("/protect/cases/" + id);
        },
        () -> CaseFields.filled(cases.find(id, act.who())));
  }

  /** Opening the person's form reveals the identity, so it is a logged act of its own. */
  @PostMapping("/person")
  String person(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    act.form(stored(found, act));
    return form("protect/cases/person", found, found.person().version(), act);
  }

  /**
   * After switching the language, the reader has to use the button on the case again to see the
   * identity.
   */
  @GetMapping("/person")
  String personAgain(@PathVariable UUID id, Act act) {
    return "redirect:/protect/cases/" + cases.find(id, act.who()).id();
  }

  @PostMapping("/person/save")
  String changePerson(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    PersonDraft draft = fields.person(act.form(), act.page().moments().today());
    return act.submit(
        () -> form("protect/cases/person", found, found.person().version(), act),
        () -> {
          return given
              .changing(
                  id,
                  act.who(),
                  () -> changes.changePerson(id, act.form().version(), draft, act.who()))
              .orElse("/protect/cases/" + id);
        },
        () -> stored(cases.find(id, act.who()), act));
  }

  private Filled stored(Case file, Act act) {
    UUID person = file.person().id();
    return CaseFields.filled(
        file.person(),
        persons.identity(person, act.who()),
        persons.contact(person, act.who()),
        act.page().moments());
  }

  /** Marks a deadline set by law or by a decision as dealt with. */
  @PostMapping("/deadlines/settled")
  String settled(@PathVariable UUID id, @RequestParam UUID event, Act act) {
    return act.once(
        () -> {
          deadlines.settle(id, event, act.form().shown("kind"), act.who());
          return "/protect/cases/" + id;
        });
  }

  @PostMapping("/reopen")
  String reopen(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          states.reopen(id, act.who());
          return "/protect/cases/" + id;
        });
  }

  private String form(String template, Case file, int version, Act act) {
    return pages.show(template, file, version, act);
  }
}
