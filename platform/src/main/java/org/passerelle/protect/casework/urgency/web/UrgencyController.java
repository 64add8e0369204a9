package org.passerelle.protect.casework.urgency.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.urgency.CaseUrgency;
import org.passerelle.protect.casework.urgency.Judgement;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Page of urgency and risk of a case: the signs, and a form to override them with a reason. */
@Controller
@RequestMapping("/protect/cases/{id}/urgency")
@Caseworkers
class UrgencyController {
  private final Cases cases;
  private final CaseUrgency urgency;
  private final CodeOptions options;
  private final Users users;

  UrgencyController(Cases cases, CaseUrgency urgency, CodeOptions options, Users users) {
    this.cases = cases;
    this.urgency = urgency;
    this.options = options;
    this.users = users;
  }

  @GetMapping
  String of(@PathVariable UUID id, Act act) {
    Case file = cases.read(id, act.who());
    return show(
        file, act.form(Map.of("urgency", file.urgency().code(), "risk", file.risk().code())), act);
  }

  @PostMapping
  String judge(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    Urgency soon = Urgency.of(form.neededCode("urgency", options.codes("urgencies")));
    String risk = form.neededCode("risk", options.codes("risks"));
    String reason = form.neededText("reason", 2_000);
    return act.submit(
        () -> show(file, form, act),
        () -> {
          urgency.judge(id, soon, Risk.of(risk), reason, act.who());
          act.notice("good", "urgency.saved");
          return "/protect/cases/" + id;
        });
  }

  private String show(Case file, Filled form, Act act) {
    List<Judgement> judged = urgency.judged(file.id(), act.who());
    return act.show(
        "protect/urgency/page",
        new UrgencyPage(
            file,
            urgency.signs(file.id(), act.who()),
            judged,
            users.names(judged.stream().map(Judgement::by).distinct().toList()),
            form,
            new CaseWords(options, act.language())));
  }
}
