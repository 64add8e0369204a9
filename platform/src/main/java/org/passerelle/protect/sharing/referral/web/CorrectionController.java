package org.passerelle.protect.sharing.referral.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages that show outdated data at recipients and send corrections. */
@Controller
@Caseworkers
class CorrectionController {
  private static final String HERE = "/protect/cases/{id}/corrections";
  private final Cases cases;
  private final Corrections corrections;
  private final Addressees organisations;
  private final CodeOptions options;

  CorrectionController(
      Cases cases, Corrections corrections, Addressees organisations, CodeOptions options) {
    this.cases = cases;
    this.corrections = corrections;
    this.organisations = organisations;
    this.options = options;
  }

  @GetMapping(HERE)
  String page(@PathVariable UUID id, Act act) {
    return show(id, act);
  }

  @PostMapping(HERE)
  String tell(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Map<UUID, List<String>> chosen = new HashMap<>();
    for (Corrections.Outdated one : corrections.outdated(id, act.who())) {
      List<String> fields = form.shownAll("give-" + one.referral().id());
      if (!fields.isEmpty()) {
        chosen.put(one.referral().id(), fields);
      }
    }
    if (chosen.isEmpty()) {
      form.errors().add("corrections", "correction.error.none");
    }
    return act.submit(
        () -> show(id, act),
        () -> {
          act.notice("good", "correction.told", corrections.send(id, chosen, act.who()));
          return "/protect/cases/" + id + "/referrals";
        });
  }

  private String show(UUID id, Act act) {
    act.form();
    act.with("file", cases.find(id, act.who()));
    act.with("all", corrections.outdated(id, act.who()));
    act.with("organisations", organisations.names(act.language()));
    act.with("words", new CaseWords(options, act.language()));
    return act.show("protect/referral/corrections");
  }
}
