package org.passerelle.steer.cycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.passerelle.language.DateSpans;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Texts;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.springframework.stereotype.Component;

/**
 * Drafts a report or a programme in three languages from the register's entries for a year: events,
 * projects under each pillar, campaigns, spending and plans. It says what is unknown and invents
 * nothing.
 */
@Component
class CycleDraft {
  private static final List<String> TAGS = List.of("en", "fr", "sr-Cyrl");
  private final Languages languages;
  private final YearsCampaigns campaigns;
  private final Clock clock;

  CycleDraft(Languages languages, YearsCampaigns campaigns, Clock clock) {
    this.languages = languages;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** The content of a new document: its sections. */
  Map<String, Object> of(Facts facts, CycleDocument.Kind kind, int year) {
    boolean report = kind == CycleDocument.Kind.REPORT;
    List<Object> sections = new ArrayList<>();
    sections.add(
        section(
            "overview",
            words -> words.text("cycle.draft.overview"),
            words -> overview(words, facts, report, year)));
    for (Entry pillar : facts.all("pillar")) {
      sections.add(
          section(
              pillar.id(),
              words -> words.of(pillar),
              words -> pillar(words, facts, pillar, report, year)));
    }
    sections.add(
        section(
            "other",
            words -> words.text("cycle.draft.other"),
            words -> others(words, facts, year)));
    sections.add(
        section(
            "events",
            words -> words.text(report ? "cycle.draft.events" : "cycle.draft.events-planned"),
            words -> events(words, facts, report, year)));
    sections.add(
        section(
            "campaigns", words -> words.text("cycle.draft.campaigns"), campaigns.of(report, year)));
    sections.add(
        section(
            "indicators",
            words -> words.text("cycle.draft.indicators"),
            words -> indicators(words, facts, report, year)));
    sections.add(
        section(
            "funding",
            words -> words.text("cycle.draft.funding"),
            words -> funding(words, facts, report, year)));
    return Map.of("sections", sections);
  }

  private Map<String, Object> section(
      String key, Function<DraftWords, String> heading, Function<DraftWords, String> text) {
    Map<String, Object> headings = new LinkedHashMap<>();
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String tag : TAGS) {
      Language language = languages.byTag(tag);
      Texts strings = languages.texts(language);
      DraftWords words = new DraftWords(strings, new Moments(strings, ZoneOffset.UTC, clock));
      headings.put(language.key(), heading.apply(words));
      texts.put(language.key(), text.apply(words));
    }
    return Map.of("key", key, "heading", headings, "text", texts);
  }

  private static String overview(DraftWords words, Facts facts, boolean report, int year) {
    long projects = facts.all("project").stream().filter(p -> runs(p, year)).count();
    List<Entry> events =
        eventsOf(facts, year).stream().filter(e -> !report || isOver(e, words)).toList();
    long countries =
        events.stream().map(e -> e.text("country")).filter(c -> !c.isEmpty()).distinct().count();
    return words.text(
        report ? "cycle.draft.report" : "cycle.draft.programme",
        String.valueOf(year),
        projects,
        events.size(),
        countries);
  }

  private static String pillar(
      DraftWords words, Facts facts, Entry pillar, boolean report, int year) {
    List<String> parts = new ArrayList<>();
    parts.add(words.in(pillar, "text"));
    List<String> lines =
        facts.all("project").stream()
            .filter(p -> p.texts("pillars").contains(pillar.id()))
            .filter(p -> runs(p, year))
            .map(p -> project(words, p))
            .toList();
    parts.add(lines.isEmpty() ? words.text("cycle.draft.no-project") : String.join("\n", lines));
    if (pillar.id().equals("understanding")) {
      List<String> studies =
          facts.all("diagnosis").stream()
              .filter(d -> d.whole("year").orElse(0) == year)
              .map(d -> words.line(words.of(d), words.code(d, "state")))
              .toList();
      parts.add(studies.isEmpty() ? "" : String.join("\n", studies));
    }
    if (!report) {
      parts.add(measures(words, facts, pillar));
    }
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static String measures(DraftWords words, Facts facts, Entry pillar) {
    List<String> lines = new ArrayList<>();
    for (Entry objective : facts.referringTo(pillar, "objective")) {
      facts.referringTo(objective, "measure").stream()
          .filter(m -> !m.text("state").equals("done"))
          .forEach(m -> lines.add(words.line(words.of(m), words.code(m, "state"))));
    }
    return lines.isEmpty()
        ? ""
        : words.text("cycle.draft.measures") + "\n" + String.join("\n", lines);
  }

  private static String project(DraftWords words, Entry project) {
    return words.line(words.of(project), words.code(project, "status"));
  }

  private static String others(DraftWords words, Facts facts, int year) {
    List<String> lines =
        facts.all("project").stream()
            .filter(p -> p.texts("pillars").isEmpty() && runs(p, year))
            .map(p -> project(words, p))
            .toList();
    return lines.isEmpty() ? words.text("cycle.draft.no-project") : String.join("\n", lines);
  }

  private static String events(DraftWords words, Facts facts, boolean report, int year) {
    List<Entry> all = eventsOf(facts, year);
    List<Entry> held = report ? all.stream().filter(e -> isOver(e, words)).toList() : all;
    List<String> lines = new ArrayList<>(lines(words, facts, held));
    List<Entry> others = all.stream().filter(e -> !held.contains(e)).toList();
    if (!others.isEmpty()) {
      lines.add(words.text("cycle.draft.events-not-held"));
      lines.addAll(lines(words, facts, others));
    }
    return lines.isEmpty() ? words.text("cycle.draft.no-event") : String.join("\n", lines);
  }

  private static List<String> lines(DraftWords words, Facts facts, List<Entry> events) {
    DateSpans spans = new DateSpans(words.moments());
    return events.stream()
        .map(
            e ->
                words.line(
                    words.of(e),
                    spans.period(e.date("start").orElse(null), e.date("end").orElse(null))
                        + facts.ref(e, "place").map(p -> ", " + words.of(p)).orElse("")))
        .toList();
  }

  /** Whether the last day of an event has passed; a report does not call held what is planned. */
  private static boolean isOver(Entry event, DraftWords words) {
    return event
        .date("end")
        .or(() -> event.date("start"))
        .map(PartialDate::latest)
        .filter(last -> last.isBefore(words.moments().today()))
        .isPresent();
  }

  private static String indicators(DraftWords words, Facts facts, boolean report, int year) {
    List<String> lines = new ArrayList<>();
    for (Entry indicator : facts.all("indicator")) {
      String actual =
          indicator.rows("actuals").stream()
              .filter(a -> a.text("period").startsWith(String.valueOf(year)))
              .flatMap(a -> a.decimal("value").stream())
              .map(words.moments()::decimal)
              .reduce((first, last) -> last)
              .orElse(words.text("cycle.draft.not-known"));
      String target =
          indicator
              .decimal("target")
              .map(words.moments()::decimal)
              .orElse(words.text("cycle.draft.not-set"));
      lines.add(
          words.line(
              words.of(indicator),
              report
                  ? words.text("cycle.draft.actual-of-target", actual, target)
                  : words.text("cycle.draft.target", target)));
    }
    return lines.isEmpty() ? words.text("cycle.draft.no-indicator") : String.join("\n", lines);
  }

  private static String funding(DraftWords words, Facts facts, boolean report, int year) {
    BigDecimal budget = sum(facts, "budget", row -> row.text("year").equals(String.valueOf(year)));
    BigDecimal committed = sum(facts, "commitments", row -> inYear(row, year));
    BigDecimal paid = sum(facts, "disbursements", row -> inYear(row, year));
    boolean known =
        facts.all("project").stream()
            .anyMatch(p -> p.has("budget") || p.has("commitments") || p.has("disbursements"));
    if (!known) {
      return words.text("cycle.draft.no-amount");
    }
    return report
        ? words.text(
            "cycle.draft.spent",
            words.moments().euros(budget),
            words.moments().euros(committed),
            words.moments().euros(paid))
        : words.text("cycle.draft.planned", words.moments().euros(budget));
  }

  private static BigDecimal sum(Facts facts, String rows, Predicate<Values> in) {
    return facts.all("project").stream()
        .flatMap(p -> p.rows(rows).stream())
        .filter(in)
        .flatMap(row -> row.decimal("amount").stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean inYear(Values row, int year) {
    return row.text("date").startsWith(String.valueOf(year));
  }

  private static List<Entry> eventsOf(Facts facts, int year) {
    return facts.all("event").stream()
        .filter(e -> e.text("start").startsWith(String.valueOf(year)))
        .sorted(Comparator.comparing(e -> e.text("start")))
        .toList();
  }

  /**
   * Whether a project belongs to a year; one without dates belongs to every year unless it is
   * finished.
   */
  private static boolean runs(Entry project, int year) {
    LocalDate start = project.date("start").map(PartialDate::earliest).orElse(null);
    LocalDate end = project.date("end").map(PartialDate::latest).orElse(null);
    boolean begun = start == null || start.getYear() <= year;
    if (end != null) {
      return begun && end.getYear() >= year;
    }
    boolean done = project.text("status").equals("done");
    return done ? start != null && start.getYear() == year : begun;
  }
}
