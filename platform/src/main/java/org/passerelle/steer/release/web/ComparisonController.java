package org.passerelle.steer.release.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.refusal.NotFound;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.PolicyComparison;
import org.passerelle.steer.release.PolicyComparisons;
import org.passerelle.steer.release.ReleasePolicy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Policies of a release compared: asked for, computed in the background, one taken over. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping(ReleaseController.HERE + "/{period}")
class ComparisonController {
  private final PolicyComparisons comparisons;
  private final ReleaseController editor;
  private final FormDefinitions forms;
  private final CountryNames countries;

  ComparisonController(
      PolicyComparisons comparisons,
      ReleaseController editor,
      FormDefinitions forms,
      CountryNames countries) {
    this.comparisons = comparisons;
    this.editor = editor;
    this.forms = forms;
    this.countries = countries;
  }

  @PostMapping("/compare")
  String compare(@PathVariable String period, Act act) {
    Period found = ReleaseController.period(period, act);
    Set<String> tables = ReleaseController.chosen(act);
    Set<ReleasePolicy> policies = new LinkedHashSet<>();
    act.form()
        .shownAll("compared")
        .forEach(code -> ReleasePolicy.find(code).ifPresent(policies::add));
    return act.refusalsAt("compared")
        .submit(
            () -> editor.show(period, act),
            () -> "/work/" + comparisons.start(found, tables, policies, act.who()));
  }

  @GetMapping("/compared/{work}")
  String compared(@PathVariable String period, @PathVariable UUID work, Act act) {
    Period found = ReleaseController.period(period, act);
    PolicyComparison compared = comparisons.find(work, act.who());
    if (!compared.period().equals(found.id())) {
      throw new NotFound();
    }
    return act.show(
        "steer/release/compared",
        ComparisonPage.of(
            compared,
            found,
            ReleaseController.href(found),
            new FigureWords(forms.lists(), countries, act.page())));
  }
}
