package org.passerelle.protect.casework.screening.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to open a case from a screening, and the screenings of a case. */
@Controller
@Caseworkers
class CaseScreeningController {
  private final Screenings screenings;
  private final CaseFromScreening opening;
  private final Cases cases;
  private final CodeOptions options;
  private final FormDefinitions definitions;
  private final Users users;

  CaseScreeningController(
      Screenings screenings,
      CaseFromScreening opening,
      Cases cases,
      CodeOptions options,
      FormDefinitions definitions,
      Users users) {
    this.screenings = screenings;
    this.opening = opening;
    this.cases = cases;
    this.options = options;
    this.definitions = definitions;
    this.users = users;
  }

  @PostMapping("/protect/cases/from-screening")
  String open(@RequestParam UUID screening, Act act) {
    return act.once(() -> opened(screening, act));
  }

  /** Opens the case and starts a referral in one step. */
  @PostMapping("/protect/cases/refer-screened")
  String refer(@RequestParam UUID screening, Act act) {
    return act.once(() -> opened(screening, act) + "/referrals/new");
  }

  private String opened(UUID screening, Act act) {
    return "/protect/cases/" + opening.open(screening, act.page().moments().zone(), act.who());
  }

  @GetMapping("/protect/cases/{id}/screenings")
  String ofCase(@PathVariable UUID id, Act act) {
    Case file = cases.read(id, act.who());
    List<Screening> found = screenings.ofCase(act.who(), id);
    Map<String, String> titles = new HashMap<>();
    definitions.all().forEach(form -> titles.put(form.form(), form.title().in(act.language())));
    act.with("file", file);
    act.with("words", new CaseWords(options, act.language()));
    act.with("screenings", found);
    act.with("titles", titles);
    act.with("officers", users.names(found.stream().map(Screening::officer).toList()));
    return "protect/screening/case";
  }
}
