package org.passerelle.protect.identity.desk.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskQuestions;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.Shifts;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Hits;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Pages to ask the other side about a person, and to answer its questions; for officers on duty.
 */
@Controller
@RequestMapping("/protect/desks/{id}")
@Caseworkers
class DeskQuestionController {
  private final Desks desks;
  private final Shifts shifts;
  private final DeskQuestions questions;
  private final Cases cases;
  private final Users users;
  private final DeskPages pages;
  private final JointPages forms;

  DeskQuestionController(
      Desks desks,
      Shifts shifts,
      DeskQuestions questions,
      Cases cases,
      Users users,
      DeskPages pages,
      JointPages forms) {
    this.desks = desks;
    this.shifts = shifts;
    this.questions = questions;
    this.cases = cases;
    this.users = users;
    this.pages = pages;
    this.forms = forms;
  }

  @GetMapping("/ask/{file}")
  String blank(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    act.form(Map.of());
    return ask(atWork(id, act), cases.find(file, act.who()), act);
  }

  private Desk atWork(UUID id, Act act) {
    Desk desk = desks.find(id, act.who());
    if (!shifts.onDuty(desk, act.who())) {
      throw new NotFound();
    }
    return desk;
  }

  private String ask(Desk desk, Case file, Act act) {
    act.with("desk", desk);
    act.with("file", file);
    act.with("offered", questions.offered(desk, file));
    act.with("other", pages.organisation(desk.other(), act));
    act.with("kinds", forms.kinds(act));
    act.with("words", pages.words(act));
    return act.show("protect/desk/ask");
  }

  @PostMapping("/ask/{file}")
  String send(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    Desk desk = atWork(id, act);
    Case found = cases.find(file, act.who());
    StatedBasis.Choice basis = forms.basis(act.form());
    return act.refusalsAt("kind")
        .submit(
            () -> ask(desk, found, act),
            () -> {
              questions.ask(id, file, basis, act.who());
              act.notice("good", "desk.asked.now");
              return "/protect/desks/" + id;
            });
  }

  @GetMapping("/asked/{hit}")
  String one(@PathVariable UUID id, @PathVariable UUID hit, Act act) {
    Hit found = questions.find(id, hit, act.who());
    String band = found.band();
    act.form(Map.of("band", band == null ? "" : band, "contact", found.contact()));
    return one(desks.find(id, act.who()), found, act);
  }

  private String one(Desk desk, Hit hit, Act act) {
    act.with("desk", desk);
    act.with("hit", hit);
    act.with("offered", questions.offered(hit));
    act.with("from", pages.organisation(hit.asker(), act));
    act.with("lead", users.names(Set.of(hit.lead())).getOrDefault(hit.lead(), "…"));
    act.with("sees", cases.sees(hit.caseId(), act.who()));
    act.with("kinds", forms.kinds(act));
    act.with("words", pages.words(act));
    return act.show("protect/desk/answer");
  }

  @PostMapping("/asked/{hit}")
  String decide(@PathVariable UUID id, @PathVariable UUID hit, Act act) {
    Hit found = questions.find(id, hit, act.who());
    Desk desk = desks.find(id, act.who());
    Filled form = act.form();
    String band = form.neededCode("band", Set.copyOf(Hits.BANDS));
    boolean told = !band.isEmpty() && !band.equals("none");
    String contact = told ? form.neededText("contact", Filled.SHORT) : "";
    StatedBasis.Choice basis = told ? forms.basis(form) : null;
    return act.refusalsAt("kind")
        .submit(
            () -> one(desk, found, act),
            () -> {
              questions.decide(id, hit, band, contact, basis, act.who());
              act.notice("good", "desk.released." + band);
              return "/protect/desks/" + id;
            });
  }
}
