package org.passerelle.steer.programme.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.passerelle.access.Role;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.passerelle.steer.programme.Funding;
import org.passerelle.steer.programme.GrantSteps;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The projects, and a project with its partners, activities, indicators and funding. */
@Controller
@StrategyReaders
public class ProjectPages {
  private final Register register;
  private final CountryNames countries;

  ProjectPages(Register register, CountryNames countries) {
    this.register = register;
    this.countries = countries;
  }

  /** The filters; empty means everything. */
  public record Filter(String pillar, String country, String status, String partner) {
    static Filter of(Filled asked) {
      return new Filter(
          asked.shown("pillar"),
          asked.shown("country"),
          asked.shown("status"),
          asked.shown("partner"));
    }

    boolean fits(Entry project) {
      return (pillar.isEmpty()
              || project.texts("pillars").contains(pillar)
              || project.text("other-frame").equals(pillar))
          && (country.isEmpty() || project.texts("countries").contains(country))
          && (status.isEmpty() || project.text("status").equals(status))
          && (partner.isEmpty()
              || project.rows("partners").stream()
                  .anyMatch(row -> row.text("organisation").equals(partner)));
    }

    /** Whether a filter is set. */
    public boolean filters() {
      return !(pillar + country + status + partner).isEmpty();
    }
  }

  /** The list. */
  public record ListView(
      ProgrammeWords words,
      Filter filter,
      List<Entry> projects,
      int total,
      List<Option> pillars,
      List<Option> countries,
      List<Option> statuses,
      List<Option> partners,
      List<String> footnotes,
      boolean mayEdit) {
    /** The funding of a project. */
    public Funding funding(Entry project) {
      return Funding.of(project);
    }
  }

  /** A project. */
  public record ProjectView(
      ProgrammeWords words,
      Entry project,
      List<Entry> objectives,
      List<Entry> activities,
      List<Entry> events,
      List<Chart> charts,
      Funding funding,
      List<GrantSteps> grants,
      List<Entry> contributions,
      List<Values> redactions,
      List<String> footnotes,
      boolean mayEdit) {}

  @GetMapping("/steer/projects")
  String list(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    ProgrammeWords words = new ProgrammeWords(page, facts, countries);
    Filter filter = Filter.of(act.asked());
    List<Entry> all = facts.all("project");
    List<Entry> projects = all.stream().filter(filter::fits).toList();
    return act.show(
        "steer/projects",
        new ListView(
            words,
            filter,
            projects,
            all.size(),
            frames(facts, words, page),
            countries(all, words, page),
            codes("status", page),
            partners(all, words, page),
            words.footnotes(projects),
            act.who().is(Role.PROGRAMME_MANAGER)));
  }

  private static List<Option> frames(Facts facts, ProgrammeWords words, Page page) {
    List<Option> frames =
        new ArrayList<>(
            facts.all("pillar").stream().map(p -> new Option(p.id(), words.name(p))).toList());
    frames.addAll(codes("other-frame", page));
    return frames;
  }

  private static List<Option> codes(String field, Page page) {
    return Kinds.shipped()
        .find("project")
        .flatMap(kind -> kind.field(field))
        .map(Field::codes)
        .orElseThrow()
        .entrySet()
        .stream()
        .map(code -> new Option(code.getKey(), code.getValue().in(page.language())))
        .toList();
  }

  private static List<Option> countries(List<Entry> projects, ProgrammeWords words, Page page) {
    TreeSet<String> codes = new TreeSet<>();
    projects.forEach(project -> codes.addAll(project.texts("countries")));
    return codes.stream()
        .map(code -> new Option(code, words.country(code)))
        .sorted(Option.byLabel(page.language()))
        .toList();
  }

  private static List<Option> partners(List<Entry> projects, ProgrammeWords words, Page page) {
    TreeSet<String> ids = new TreeSet<>();
    projects.forEach(p -> p.rows("partners").forEach(row -> ids.add(row.text("organisation"))));
    return ids.stream()
        .map(id -> new Option(id, words.organisation(id)))
        .sorted(Option.byLabel(page.language()))
        .toList();
  }

  @GetMapping("/steer/projects/{id}")
  String project(@PathVariable String id, Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    Entry project = facts.find("project", id).orElseThrow(NotFound::new);
    ProgrammeWords words = new ProgrammeWords(page, facts, countries);
    List<Entry> activities = words.tree().children(project, "activity");
    List<Entry> events =
        words.of(project, "event").stream()
            .filter(
                event ->
                    activities.stream()
                        .noneMatch(a -> words.ref(a, "event").filter(event::equals).isPresent()))
            .toList();
    boolean steers = act.who().is(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER);
    return act.show(
        "steer/project",
        new ProjectView(
            words,
            project,
            words.tree().children(project, "objective"),
            activities,
            events,
            words.tree().children(project, "indicator").stream()
                .map(indicator -> Chart.of(indicator, words, page))
                .toList(),
            Funding.of(project),
            words.of(project, "grant").stream()
                .map(grant -> GrantSteps.of(grant, facts, page.moments().today()))
                .sorted(Comparator.comparing(steps -> !steps.isOverdue()))
                .toList(),
            words.of(project, "contribution"),
            steers ? project.rows("redact") : List.of(),
            words.footnotes(List.of(project)),
            act.who().is(Role.PROGRAMME_MANAGER)));
  }
}
