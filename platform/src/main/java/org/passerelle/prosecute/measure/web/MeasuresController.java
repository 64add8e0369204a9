package org.passerelle.prosecute.measure.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Measures of an investigation. */
@Controller
@Investigators
class MeasuresController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/measures";
  private final Measures measures;
  private final SuspectChoice suspects;
  private final InvestigationPages pages;
  private final CodeOptions options;

  MeasuresController(
      Measures measures, SuspectChoice suspects, InvestigationPages pages, CodeOptions options) {
    this.measures = measures;
    this.suspects = suspects;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "measures", act))
        .with("measures", measures.of(id, act.who()))
        .with("suspects", suspects.options(id, act))
        .with("called", suspects.called(id, act))
        .show("prosecute/measure/all");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.measure-ordered")
  String order(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    LocalDate ordered = form.neededDay("ordered", today, today);
    Measure.Draft draft =
        new Measure.Draft(
            form.neededCode("kind", options.codes("investigative_measures")),
            suspects.chosen(id, act),
            ordered,
            form.day("from", today.plusYears(10)).orElse(ordered),
            form.day("until", today.plusYears(20)).orElse(null),
            new Measure.Words(
                form.neededText("authority", 200),
                form.text("limit", 300),
                form.text("source", 200),
                ""));
    return act.submit(() -> page(id, act), () -> at(id, measures.order(id, draft, act.who())));
  }

  @GetMapping(ALL + "/{measure}")
  String one(@PathVariable UUID id, @PathVariable UUID measure, Act act) {
    act.form(Map.of());
    return measurePage(id, measure, act);
  }

  private String measurePage(UUID id, UUID measure, Act act) {
    return act.with("head", pages.head(id, "measures", act))
        .with("measure", measures.find(id, measure, act.who()))
        .with("called", suspects.called(id, act))
        .show("prosecute/measure/one");
  }

  @PostMapping(ALL + "/{measure}/executed")
  @Confirmed("prosecute.done.measure-executed")
  String executed(@PathVariable UUID id, @PathVariable UUID measure, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("on", today, today);
    return act.submit(
        () -> measurePage(id, measure, act),
        at(id, measure),
        () -> measures.executed(id, measure, on, act.who()));
  }

  @PostMapping(ALL + "/{measure}/end")
  @Confirmed("prosecute.done.measure-ended")
  String end(@PathVariable UUID id, @PathVariable UUID measure, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("ended", today, today);
    String result = act.form().neededText("result", 4000);
    return act.submit(
        () -> measurePage(id, measure, act),
        at(id, measure),
        () -> measures.end(id, measure, on, result, act.who()));
  }

  private static String at(UUID id, UUID measure) {
    return InvestigationPages.HERE + "/" + id + "/measures/" + measure;
  }
}
