package org.passerelle.steer.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;
import org.passerelle.steer.letter.source.CampaignSource;

/** Builds the body of a block from the register, according to the block's type. For one edition. */
final class Bodies {
  /** Number of earlier issues that are listed. */
  private static final int EARLIER = 4;

  private final Reading read;
  private final ProgrammeItems programmeItems;

  private final CampaignItems campaignItems;

  Bodies(Reading read, CampaignSource campaigns) {
    this.read = read;
    this.campaignItems = new CampaignItems(read, campaigns);
    this.programmeItems = new ProgrammeItems(read);
  }

  Body of(Entry block) {
    int year = block.whole("year").orElse(0);
    return switch (block.text("type")) {
      case "figures" -> figures(block);
      case "cycle" -> subject(block, "committee").map(this::cycle).orElseGet(Body.None::new);
      case "network" -> new Networks(read).of();
      case "measures" ->
          new Body.Measures(programmeItems.events(year), programmeItems.ofYear(year, true));
      case "issues" -> issues();
      case "programme" -> programmeItems.programme(year);
      case "plan" -> subject(block, "plan").map(this::plan).orElseGet(Body.None::new);
      case "diagnoses" -> programmeItems.diagnoses(read.facts().refs(block, "subject"));
      case "chart-days" -> EventDays.of(read);
      case "partnerships" ->
          subject(block, "project").map(programmeItems::partnership).orElseGet(Body.None::new);
      case "calendar" -> calendar();
      case "training" -> subject(block, "training").map(this::training).orElseGet(Body.None::new);
      case "campaigns" -> campaignItems.of();
      case "contact" -> contact();
      default -> new Body.None();
    };
  }

  private Optional<Entry> subject(Entry block, String kind) {
    return read.facts().refs(block, "subject").stream()
        .filter(entry -> entry.kind().id().equals(kind))
        .findFirst();
  }

  private Body figures(Entry block) {
    return new Body.Figures(
        read.facts().refs(block, "figures").stream().map(this::figure).toList());
  }

  private Body.Figure figure(Entry figure) {
    String source =
        figure.has("source-words")
            ? read.text(figure, "source-words")
            : read.name(figure, "source-publication");
    String pages = figure.text("source-pages");
    return new Body.Figure(
        figure.id(),
        figure.flag("at-least") ? read.word("at-least") : "",
        figure.decimal("value").map(v -> read.numbers().of(v, figure.text("unit"))).orElse(""),
        read.text(figure, "what"),
        read.texts(figure, "items"),
        pages.isEmpty() ? source : read.word("source.pages", source, pages.replace('-', '–')),
        figure.date("period").map(read.dates()::of).orElse(""),
        read.text(figure, "caveat"));
  }

  private Body cycle(Entry committee) {
    List<Body.Step> steps = new ArrayList<>();
    LocalDate issued = read.issued();
    Optional<Values> session =
        committee.rows("sessions").stream()
            .filter(
                s -> s.date("date").map(d -> Reading.earliest(d).isBefore(issued)).orElse(false))
            .max(Comparator.comparing(s -> s.date("date").map(Reading::earliest).orElseThrow()));
    for (String step : read.texts(committee, "steps")) {
      steps.add(new Body.Step(step));
    }
    List<Body.Row> rows = new ArrayList<>();
    session.ifPresent(
        s -> {
          s.whole("report-year").ifPresent(y -> rows.add(row("cycle.report", y)));
          s.whole("programme-year").ifPresent(y -> rows.add(row("cycle.programme", y)));
          String day = s.date("date").map(read.dates()::of).orElse("");
          String place = read.facts().find("place", s.text("place")).map(read::name).orElse("");
          rows.add(
              new Body.Row(
                  read.word("cycle.presented"), place.isEmpty() ? day : place + ", " + day));
        });
    List<Body.Key> members =
        read.facts().refs(committee, "members").stream()
            .map(m -> new Body.Key(read.abbreviation(m), read.name(m)))
            .toList();
    return new Body.Cycle(steps, rows, members);
  }

  private Body.Row row(String key, int year) {
    return new Body.Row(read.word(key), Integer.toString(year));
  }

  private Body issues() {
    Entry letter = read.letter();
    int number = letter.whole("number").orElse(0);
    return new Body.Issues(
        read.facts().all("letter").stream()
            .filter(l -> l.text("series").equals(letter.text("series")))
            .filter(l -> l.whole("number").orElse(0) < number)
            .filter(l -> l.whole("number").orElse(0) >= number - EARLIER)
            .sorted(Comparator.comparing(l -> l.whole("number").orElse(0)))
            .map(
                l ->
                    new Body.Issue(
                        l.whole("number").orElse(0),
                        l.date("date").map(read.dates()::of).orElse(""),
                        read.text(l, "theme")))
            .toList());
  }

  private Body plan(Entry plan) {
    List<Values> axes = read.rows(plan, "axes");
    int declared = plan.whole("axes-declared").orElse(axes.size());
    long items = axes.stream().map(a -> a.text("item")).distinct().count();
    return new Body.Plan(
        read.name(plan),
        read.name(plan, "owner"),
        read.code(plan, "state"),
        axes.stream().map(a -> read.text(a, "title")).toList(),
        read.texts(plan, "priorities"),
        declared == items ? "" : read.word("plan.axes-differ", declared, items));
  }

  private Body calendar() {
    CalendarSplit split = CalendarSplit.of(read.facts(), read.letter());
    int year = read.issued().getYear();
    return new Body.Calendar(
        programmeItems.dated(split.inBrief(), year), programmeItems.dated(split.toCome(), year));
  }

  private Body training(Entry training) {
    List<Entry> sessions =
        training.rows("sessions").stream()
            .map(s -> read.facts().find("event", s.text("event")))
            .flatMap(Optional::stream)
            .toList();
    return new Body.Training(
        read.name(training, "institution"),
        programmeItems.dated(sessions, 0),
        read.texts(training, "programme"),
        read.texts(training, "trainers"),
        read.texts(training, "audience"));
  }

  private Body contact() {
    Optional<Entry> series = read.facts().ref(read.letter(), "series");
    return series
        .<Body>map(
            s ->
                new Body.Contact(
                    read.text(s, "address"),
                    read.facts().refs(s, "publishers").stream().map(read::name).toList(),
                    s.texts("handles")))
        .orElseGet(Body.None::new);
  }
}
