package org.passerelle.prosecute.investigation.web;

import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.prosecute.investigation.TakeOver;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks to take over an investigation that no prosecutor leads any more. */
@Controller
@Allowed(Role.PROSECUTOR)
class TakeOverController {
  private static final String HERE = "/prosecute/take-over";
  private static final int REASON = 500;
  private final TakeOver takeOver;

  TakeOverController(TakeOver takeOver) {
    this.takeOver = takeOver;
  }

  @GetMapping(HERE)
  String show(Act act) {
    act.form(Map.of());
    return act.show("prosecute/investigation/takeover");
  }

  @PostMapping(HERE)
  String ask(Act act) {
    String number = act.form().neededText("number", 20);
    String reason = act.form().neededText("reason", REASON);
    return act.refusalsAt("number")
        .submit(
            () -> act.show("prosecute/investigation/takeover"),
            () -> {
              takeOver.ask(number, reason, act.who());
              act.notice("good", "investigation.take-over.asked");
              return InvestigationPages.HERE;
            });
  }
}
