package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.compensation.Confiscation;
import org.passerelle.protect.casework.compensation.Confiscations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of seized and confiscated assets from which a claim may be paid. */
@Controller
@Caseworkers
class ConfiscationsController {
  private static final String ALL = "/protect/cases/{id}/compensation/{claim}/assets";
  private final Confiscations confiscations;
  private final Claims claims;
  private final Cases cases;
  private final CodeOptions options;

  ConfiscationsController(
      Confiscations confiscations, Claims claims, Cases cases, CodeOptions options) {
    this.confiscations = confiscations;
    this.claims = claims;
    this.cases = cases;
    this.options = options;
  }

  private static String at(UUID id, UUID claim) {
    return "/protect/cases/" + id + "/compensation/" + claim + "/assets";
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    act.form(Map.of("on", act.page().moments().today().toString()));
    return page(id, claim, act);
  }

  private String page(UUID id, UUID claim, Act act) {
    return act.show(
        "protect/compensation/assets",
        new AssetsPage(
            cases.find(id, act.who()),
            claims.find(id, claim, act.who()),
            confiscations.of(id, claim, act.who()),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ALL)
  String enter(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Confiscation.Draft draft =
        new Confiscation.Draft(
            form.neededCode("kind", options.codes("confiscation_steps")),
            form.neededDay("on", today, today),
            Money.typed(form).orElse(BigDecimal.ONE),
            new Confiscation.Words(form.neededText("what", 300), form.text("authority", 200)));
    return act.refusalsAt("on")
        .submit(
            () -> page(id, claim, act),
            at(id, claim),
            () -> {
              confiscations.enter(id, claim, draft, act.who());
              act.notice("good", "compensation.entered");
            });
  }

  @PostMapping(ALL + "/{asset}/strike")
  String strike(@PathVariable UUID id, @PathVariable UUID claim, Act act) {
    UUID asset = act.partId("asset");
    return act.once(
        at(id, claim),
        () -> {
          confiscations.strike(id, claim, asset, act.who());
          act.notice("good", "compensation.struck");
        });
  }
}
