package org.passerelle.steer.release.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Variable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Option;
import org.passerelle.refusal.NotFound;
import org.passerelle.steer.release.CountedCases;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Population;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** From a released figure to the cases behind it, for those who may see these cases. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
@RequestMapping("/steer/counted")
class CountedController {
  /** Who may open these pages. */
  static final List<Role> READERS = List.of(Role.CASE_MANAGER, Role.SUPERVISOR);

  private static final String HERE = "/steer/counted";
  private static final int LISTED = 200;
  private final CountedCases cases;
  private final FigureReleases releases;
  private final FormDefinitions forms;
  private final CountryNames countries;

  CountedController(
      CountedCases cases, FigureReleases releases, FormDefinitions forms, CountryNames countries) {
    this.cases = cases;
    this.releases = releases;
    this.forms = forms;
    this.countries = countries;
  }

  @GetMapping
  String list(Act act) {
    FigureWords words = words(act);
    return act.show(
        "steer/release/countedList",
        releases.all().stream()
            .filter(one -> one.scope().population() == Population.VICTIMS)
            .map(
                one ->
                    new CountedPage.Released(
                        words.title(one.scope()), HERE + "/" + one.number(), one.number()))
            .toList());
  }

  @GetMapping("/{number}")
  String show(@PathVariable int number, Act act) {
    FigureRelease release =
        releases
            .find(number)
            .filter(one -> one.scope().population() == Population.VICTIMS)
            .orElseThrow(NotFound::new);
    FigureWords words = words(act);
    List<Variable> variables = cases.variables();
    Map<String, String> cell = new LinkedHashMap<>();
    List<CountedPage.By> by = new ArrayList<>();
    for (Variable variable : variables) {
      String chosen = act.asked().shown(variable.name());
      String known = variable.tree().node(chosen) > Hierarchy.TOTAL ? chosen : "";
      cell.put(variable.name(), known);
      by.add(
          new CountedPage.By(
              variable.name(), words.variable(variable.name()), options(variable, words), known));
    }
    List<CountedCases.Counted> found = cases.of(release.period(), cell, act.who());
    return act.with("errors", act.form().errors())
        .show(
            "steer/release/counted",
            new CountedPage(
                words.title(release.scope()),
                HERE + "/" + number,
                by,
                found.stream().limit(LISTED).map(one -> line(one, variables, words)).toList(),
                Math.max(0, found.size() - LISTED)));
  }

  private static List<Option> options(Variable variable, FigureWords words) {
    List<Option> options = new ArrayList<>();
    for (int node = 1; node < variable.tree().size(); node++) {
      String code = variable.tree().code(node);
      options.add(new Option(code, words.code(variable.name(), code)));
    }
    return options;
  }

  private static CountedPage.Line line(
      CountedCases.Counted one, List<Variable> variables, FigureWords words) {
    List<String> what = new ArrayList<>();
    for (Variable variable : variables) {
      what.add(words.code(variable.name(), one.codes().getOrDefault(variable.name(), "")));
    }
    return new CountedPage.Line(one.code(), "/protect/cases/" + one.id(), String.join(" · ", what));
  }

  private FigureWords words(Act act) {
    return new FigureWords(forms.lists(), countries, act.page());
  }
}
