package org.passerelle.protect.casework.supervision.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.FreshFactor;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.CaseCode;
import org.passerelle.protect.casework.supervision.EmergencyAccess;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages for emergency access: second factor first, then code and reason. */
@Controller
@Caseworkers
class EmergencyController {
  private static final String HERE = "/protect/emergency";
  private final EmergencyAccess emergencies;
  private final FreshFactor fresh;

  EmergencyController(EmergencyAccess emergencies, FreshFactor fresh) {
    this.emergencies = emergencies;
    this.fresh = fresh;
  }

  @GetMapping(HERE)
  String form(Act act) {
    return show(act.form(Map.of()), act);
  }

  /** Redirects to the page that asks for the second factor. */
  @PostMapping(HERE + "/confirm")
  String confirm(Act act) {
    return fresh.ask(HERE, act.request());
  }

  @PostMapping(HERE)
  String begin(Act act) {
    Filled form = act.form();
    String code = CaseCode.typed(form.neededText("code", 20));
    String reason = form.neededText("reason", Filled.LONG);
    return act.refusalsAt("code")
        .submit(
            () -> show(form, act),
            () -> {
              if (!fresh.isFresh(act.who(), act.request())) {
                throw new Refused("emergency.refused.factor").at("factor");
              }
              UUID id = emergencies.begin(code, reason, act.who());
              fresh.use(act.who(), act.request());
              act.notice("warn", "emergency.began");
              return "/protect/cases/" + id;
            });
  }

  private String show(Filled form, Act act) {
    act.with("form", form);
    act.with("fresh", fresh.isFresh(act.who(), act.request()));
    return "protect/supervision/emergency";
  }

  @PostMapping("/protect/cases/{id}/emergency/end")
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          emergencies.end(id, act.who());
          act.notice("good", "emergency.ended");
          return "/protect/cases";
        });
  }
}
