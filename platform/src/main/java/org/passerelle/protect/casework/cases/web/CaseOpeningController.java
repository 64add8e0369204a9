package org.passerelle.protect.casework.cases.web;

import java.time.LocalDate;
import org.passerelle.access.Caseworkers;
import org.passerelle.language.Days;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to open a case. */
@Controller
@Caseworkers
class CaseOpeningController {
  private final CaseOpening opening;
  private final CaseFormPages pages;
  private final CaseFields fields;

  CaseOpeningController(CaseOpening opening, CaseFormPages pages, CaseFields fields) {
    this.opening = opening;
    this.pages = pages;
    this.fields = fields;
  }

  @GetMapping("/protect/cases/new")
  String blank(Act act) {
    return form(act.form(fields.blank(act.page().moments().today())), act);
  }

  @PostMapping("/protect/cases")
  String open(Act act) {
    Filled form = act.form();
    LocalDate today = Days.newest(act.page().moments().now());
    PersonDraft person = fields.person(form, today);
    CaseDraft draft = fields.draft(form, today, null);
    return act.submit(
        () -> form(form, act), () -> "/protect/cases/" + opening.open(person, draft, act.who()));
  }

  private String form(Filled form, Act act) {
    return act.show("protect/cases/new", pages.of(null, 0, form, act));
  }
}
