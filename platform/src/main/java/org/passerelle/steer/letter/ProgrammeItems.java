package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;

/** Projects, events, studies and objectives as an edition lists them. For one edition. */
final class ProgrammeItems {
  private static final Set<String> OVER = Set.of("done", "cancelled");
  private static final Set<String> ONGOING = Set.of("running", "continuing");
  private final Reading read;

  ProgrammeItems(Reading read) {
    this.read = read;
  }

  /** The dated events of a year, earliest first. */
  List<Body.Dated> events(int year) {
    return dated(
        read.facts().all("event").stream()
            .filter(e -> e.has("start") && CalendarSplit.start(e).getYear() == year)
            .sorted(Comparator.comparing(CalendarSplit::start))
            .toList(),
        year);
  }

  /**
   * Events for a calendar.
   *
   * @param year year that is left out, or 0
   */
  List<Body.Dated> dated(List<Entry> events, int year) {
    return events.stream()
        .map(
            e ->
                new Body.Dated(
                    e.id(),
                    read.when(e, year),
                    read.name(e),
                    read.text(e, "summary"),
                    read.where(e)))
        .toList();
  }

  /**
   * Projects that run in a year.
   *
   * @param known whether only projects with a known start are included
   */
  List<Body.Work> ofYear(int year, boolean known) {
    return works(p -> runs(p, year) && (!known || p.has("start")));
  }

  /** Pillars with the projects of a year, and projects outside them. */
  Body programme(int year) {
    List<Body.Pillar> pillars =
        read.facts().all("pillar").stream()
            .sorted(Comparator.comparing(p -> p.whole("number").orElse(0)))
            .map(
                pillar ->
                    new Body.Pillar(
                        pillar.id(),
                        pillar.whole("number").orElse(0),
                        pillar.text("room"),
                        read.name(pillar),
                        Paragraph.unformatted(read.text(pillar, "text")),
                        works(p -> runs(p, year) && p.texts("pillars").contains(pillar.id()))))
            .toList();
    List<Body.Frame> frames = new ArrayList<>();
    for (String frame : List.of("other-region", "france")) {
      List<Body.Work> works = works(p -> runs(p, year) && p.text("other-frame").equals(frame));
      if (!works.isEmpty()) {
        frames.add(new Body.Frame(read.word("frame." + frame), works));
      }
    }
    return new Body.Programme(pillars, frames);
  }

  private List<Body.Work> works(Predicate<Entry> which) {
    return read.facts().all("project").stream().filter(which).map(this::project).toList();
  }

  /** Whether a project runs in a year; one without dates does unless it is finished. */
  private static boolean runs(Entry project, int year) {
    boolean over = OVER.contains(project.text("status"));
    if (!project.has("start")) {
      return !over && !project.has("end");
    }
    int begins = CalendarSplit.start(project).getYear();
    boolean ended =
        project.has("end") ? CalendarSplit.end(project).getYear() < year : over && begins < year;
    return begins <= year && !ended && !project.text("status").equals("cancelled");
  }

  private Body.Work project(Entry project) {
    return new Body.Work(
        project.id(), read.name(project), with(project), place(project), when(project));
  }

  /** A project with unknown end runs “since” its start. */
  private String when(Entry project) {
    String when = read.when(project, 0);
    return ONGOING.contains(project.text("status")) && project.has("start") && !project.has("end")
        ? read.word("date.from", when)
        : when;
  }

  /** The implementing partners, without those who only fund it. */
  private String with(Entry project) {
    return String.join(
        ", ",
        project.rows("partners").stream()
            .filter(p -> !p.text("role").equals("funder"))
            .map(p -> read.facts().find("organisation", p.text("organisation")))
            .flatMap(java.util.Optional::stream)
            .map(this::brief)
            .toList());
  }

  /** The usual name: the abbreviation if there is one. */
  private String brief(Entry organisation) {
    String abbreviation = read.abbreviation(organisation);
    return abbreviation.isEmpty() ? read.name(organisation) : abbreviation;
  }

  private String place(Entry entry) {
    List<String> countries = entry.texts("countries");
    return countries.isEmpty() ? read.where(entry) : read.countries(countries);
  }

  /** The studies and guides of projects. */
  Body diagnoses(List<Entry> projects) {
    List<String> ids = projects.stream().map(Entry::id).toList();
    List<Entry> studies =
        read.facts().all("diagnosis").stream()
            .filter(d -> ids.contains(d.text("project")))
            .toList();
    return new Body.Diagnoses(
        studies.stream().filter(d -> d.text("state").equals("published")).map(this::study).toList(),
        studies.stream()
            .filter(d -> !d.text("state").equals("published"))
            .map(this::study)
            .toList(),
        read.facts().all("guide").stream()
            .filter(g -> ids.contains(g.text("project")))
            .map(this::study)
            .toList());
  }

  private Body.Work study(Entry study) {
    List<String> remarks = new ArrayList<>();
    study.date("fieldwork").ifPresent(d -> remarks.add(read.word("fieldwork", read.dates().of(d))));
    String through = read.name(study, "through");
    if (!through.isEmpty()) {
      remarks.add(read.word("through", through));
    }
    List<String> audience = read.texts(study, "audience");
    if (!audience.isEmpty()) {
      remarks.add(read.word("audience", String.join(", ", audience)));
    }
    return new Body.Work(
        study.id(),
        read.name(study),
        String.join(" · ", remarks),
        place(study),
        study.whole("year").map(y -> read.word("date.year", y.toString())).orElse(""));
  }

  /** A project with its objectives and their measures. */
  Body partnership(Entry project) {
    List<Body.Objective> objectives =
        read.facts().referringTo(project, "objective").stream()
            .sorted(Comparator.comparing(o -> o.whole("number").orElse(0)))
            .map(
                o ->
                    new Body.Objective(
                        read.name(o),
                        read.facts().referringTo(o, "measure").stream().map(read::name).toList()))
            .toList();
    List<Values> partners = project.rows("partners");
    String lead =
        partners.stream()
            .filter(p -> p.text("role").equals("implementer"))
            .findFirst()
            .flatMap(p -> read.facts().find("organisation", p.text("organisation")))
            .map(read::name)
            .orElseGet(() -> with(project));
    return new Body.Partnership(
        read.name(project), lead, place(project), when(project), objectives);
  }
}
