package org.passerelle.steer.programme.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole strategy on one page, from its plans down to activities and indicators. */
@Controller
@StrategyReaders
public class ProgrammePages {
  private final Register register;
  private final CountryNames countries;

  ProgrammePages(Register register, CountryNames countries) {
    this.register = register;
    this.countries = countries;
  }

  /**
   * Content of the page.
   *
   * @param words describes entries in the reader's language
   * @param strategies plans with pillars
   * @param plans other plans
   * @param frames projects outside the pillars, by frame
   * @param orphans entries without a place in the hierarchy
   * @param charts indicators by their subject
   */
  public record View(
      ProgrammeWords words,
      List<Entry> strategies,
      List<Entry> plans,
      Map<String, List<Entry>> frames,
      List<Entry> orphans,
      Map<String, List<Chart>> charts,
      List<String> footnotes,
      int projects) {
    /** Indicators about an entry. */
    public List<Chart> charts(Entry entry) {
      return charts.getOrDefault(entry.reference(), List.of());
    }

    /** Whether the number of axes that a plan lists differs from the number it declares. */
    public boolean differs(Entry plan) {
      return plan.whole("axes-declared").filter(n -> n != items(plan)).isPresent();
    }

    /** Number of axes listed by the source. */
    public int items(Entry plan) {
      return (int) plan.rows("axes").stream().map(axis -> axis.text("item")).distinct().count();
    }

    /** Measures of a plan under one of its axes. */
    public List<Entry> measures(Entry plan, int axis) {
      return words.tree().children(plan, "measure").stream()
          .filter(measure -> measure.whole("axis").orElse(0) == axis)
          .toList();
    }
  }

  @GetMapping("/steer/programme")
  String programme(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    ProgrammeWords words = new ProgrammeWords(page, facts, countries);
    List<Entry> strategies = new ArrayList<>();
    List<Entry> plans = new ArrayList<>();
    for (Entry plan : facts.all("plan")) {
      (words.tree().children(plan, "pillar").isEmpty() ? plans : strategies).add(plan);
    }
    Map<String, List<Entry>> frames = new LinkedHashMap<>();
    for (Entry project : facts.all("project")) {
      if (project.has("other-frame")) {
        frames
            .computeIfAbsent(words.code(project, "other-frame"), f -> new ArrayList<>())
            .add(project);
      }
    }
    Map<String, List<Chart>> charts = new LinkedHashMap<>();
    for (Entry indicator : facts.all("indicator")) {
      facts
          .ref(indicator, "subject")
          .ifPresent(
              subject ->
                  charts
                      .computeIfAbsent(subject.reference(), s -> new ArrayList<>())
                      .add(Chart.of(indicator, words, page)));
    }
    return act.show(
        "steer/programme",
        new View(
            words,
            strategies,
            plans,
            frames,
            words.tree().orphans(),
            charts,
            words.footnotes(facts.all("project")),
            facts.all("project").size()));
  }
}
