package org.passerelle.protect.casework.safety.risk.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.care.needs.web.ComparedPages;
import org.passerelle.protect.casework.safety.risk.RiskLevels;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Page that compares risk assessments of a case. */
@Controller
@Caseworkers
class RiskController {
  /** Identifier of the form. */
  private static final String FORM = "risk-assessment";

  private final RiskLevels levels;
  private final ComparedPages compared;

  RiskController(RiskLevels levels, ComparedPages compared) {
    this.levels = levels;
    this.compared = compared;
  }

  @GetMapping("/protect/cases/{id}/risk")
  String of(@PathVariable UUID id, Act act) {
    return act.show(
        "protect/safety/risk",
        new RiskPage(levels.of(id, act.who()), compared.of(id, FORM, "risk", act)));
  }
}
