package org.passerelle.steer.release.estimate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.Identified;
import org.passerelle.steer.release.estimate.PublishedEstimate;
import org.passerelle.understand.estimation.EngineWords;
import org.passerelle.understand.estimation.web.IntervalChart;
import org.springframework.stereotype.Component;

/** Puts published estimates into the reader's words, from what was frozen alone. */
@Component
@PublicProcess
public class EstimateViews {
  private final FormDefinitions forms;
  private final CountryNames countries;
  private final Identified identified;

  EstimateViews(FormDefinitions forms, CountryNames countries, Identified identified) {
    this.forms = forms;
    this.countries = countries;
    this.identified = identified;
  }

  /** A line of a list. */
  public record Line(String href, String title, String sentence, String meta) {}

  /** Estimates in a list. */
  public List<Line> lines(List<EstimateRelease> releases, Page page) {
    return releases.stream()
        .map(
            one ->
                new Line(
                    "/figures/estimates/" + one.number(),
                    title(one.content(), page),
                    sentence(one.content(), page),
                    page.text(
                        "estimates.number-at", one.number(), page.moments().instant(one.at()))))
        .toList();
  }

  /** Title of an estimate. */
  static String title(PublishedEstimate one, Page page) {
    return page.text("estimates.of", period(one, page));
  }

  private static String period(PublishedEstimate one, Page page) {
    return page.text(
        "release.period",
        page.moments().date(one.scope().first()),
        page.moments().date(one.scope().last()));
  }

  private static String sentence(PublishedEstimate one, Page page) {
    return page.text(
        "estimates.sentence",
        number(one.estimate().about(), page),
        one.estimate().percent(),
        number(one.estimate().from(), page),
        number(one.estimate().until(), page));
  }

  private static String number(long number, Page page) {
    return page.moments().number(number);
  }

  /** An estimate. */
  EstimateView view(PublishedEstimate one, Page page) {
    Identified.Total total = identified.in(one.scope().first(), one.scope().last()).orElse(null);
    return new EstimateView(
        title(one, page),
        sentence(one, page),
        chart(one, total, page),
        one.estimate().percent(),
        total,
        facts(one, page),
        one.assumptions().stream()
            .map(
                a ->
                    new EstimateView.Assumption(
                        EngineWords.say("assumption." + a.assumption(), page.language()),
                        a.verdict()))
            .toList(),
        one.scope().countries().stream()
            .flatMap(code -> countries.footnote(code, page.language()).stream())
            .distinct()
            .toList());
  }

  private static IntervalChart chart(
      PublishedEstimate one, Identified.@Nullable Total total, Page page) {
    List<IntervalChart.Told> rows = new ArrayList<>();
    PublishedEstimate.Interval estimate = one.estimate();
    rows.add(
        new IntervalChart.Told(
            method(one, page),
            EngineWords.say("method." + one.method() + ".read", page.language()),
            number(estimate.about(), page),
            span(estimate.from(), estimate.until(), page),
            "",
            (double) estimate.about(),
            (double) estimate.from(),
            (double) estimate.until()));
    PublishedEstimate.Methods methods = one.methods();
    if (methods != null) {
      rows.add(
          new IntervalChart.Told(
              page.text("estimates.methods", methods.many()),
              page.text("estimates.methods.read"),
              "–",
              span(methods.from(), methods.until(), page),
              "",
              null,
              (double) methods.from(),
              (double) methods.until()));
    }
    if (total != null) {
      rows.add(
          new IntervalChart.Told(
              page.text("estimates.identified"),
              page.text("estimates.identified.read", total.release()),
              number(total.persons(), page),
              "",
              "",
              (double) total.persons(),
              null,
              null));
    }
    return IntervalChart.told(
        "estimates",
        page.text("estimates.chart"),
        page.text(total == null ? "estimates.chart.read" : "estimates.chart.read.identified"),
        rows,
        total == null ? null : (Double) (double) total.persons());
  }

  private static String span(long from, long until, Page page) {
    return number(from, page) + "–" + number(until, page);
  }

  /** A method in words. */
  static String method(String code, Page page) {
    return EngineWords.say("method." + code, page.language());
  }

  private static String method(PublishedEstimate one, Page page) {
    return method(one.method(), page);
  }

  private List<EstimateView.Fact> facts(PublishedEstimate one, Page page) {
    PublishedEstimate.Scope scope = one.scope();
    List<EstimateView.Fact> facts = new ArrayList<>();
    facts.add(fact("organisation", one.named().in(page.language()), page));
    facts.add(fact("period", period(one, page), page));
    facts.add(fact("who", page.text("estimates.definition." + scope.definition()), page));
    facts.add(
        fact(
            "countries",
            words(scope.countries(), "estimation.all-countries", this::country, page),
            page));
    facts.add(fact("forms", words(scope.forms(), "estimation.all-forms", this::form, page), page));
    facts.add(fact("lists", page.text("estimates.lists." + one.grouping(), one.lists()), page));
    facts.add(fact("method", method(one, page) + ". " + page.text("estimates.method"), page));
    facts.add(fact("source", page.text("estimates.source"), page));
    facts.add(fact("rounding", page.text("estimates.rounding"), page));
    facts.add(fact("signed", page.moments().instant(one.signedAt()), page));
    return facts;
  }

  private static EstimateView.Fact fact(String what, String text, Page page) {
    return new EstimateView.Fact(page.text("estimates.fact." + what), text);
  }

  private static String words(
      List<String> codes, String none, BiFunction<String, Page, String> word, Page page) {
    return codes.isEmpty()
        ? page.text(none)
        : codes.stream().map(code -> word.apply(code, page)).collect(Collectors.joining(", "));
  }

  private String country(String code, Page page) {
    return countries.marked(code, page.language());
  }

  private String form(String code, Page page) {
    return forms.lists().label("forms_of_exploitation", code, page.language());
  }
}
