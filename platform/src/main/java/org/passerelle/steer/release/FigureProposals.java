package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Counting;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Figures;
import org.passerelle.disclosure.Finding;
import org.passerelle.disclosure.Policy;
import org.passerelle.disclosure.Protection;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.Release;
import org.passerelle.forms.FormDefinitions;
import org.springframework.stereotype.Component;

/**
 * Protects declared tables and attacks them, together with everything that was released of the same
 * year before. A person counts once, whatever number of cases was opened.
 */
@Component
public class FigureProposals {
  private final CountedPersons persons;
  private final FigureReleases releases;
  private final FormDefinitions forms;

  FigureProposals(CountedPersons persons, FigureReleases releases, FormDefinitions forms) {
    this.persons = persons;
    this.releases = releases;
    this.forms = forms;
  }

  /**
   * What can be published of a period.
   *
   * @param chosen ids of tables to publish together
   */
  public Proposal of(Period period, Set<String> chosen) {
    Work work = work(Population.VICTIMS, period, releases.next(), DeclaredTables.all());
    Map<String, Proposal.Outcome> alone = new LinkedHashMap<>();
    DeclaredTables.all().forEach(one -> alone.put(one.id(), work.outcome(List.of(one))));
    List<Proposal.Trial> trials =
        DeclaredTables.all().stream()
            .map(
                one ->
                    new Proposal.Trial(
                        one, alone.getOrDefault(one.id(), NOTHING), saving(one, alone)))
            .toList();
    List<DeclaredTables.One> tables = DeclaredTables.chosen(Population.VICTIMS, chosen);
    return new Proposal(
        work.head.number,
        period,
        work.records.size() == 0,
        trials,
        tables.isEmpty() ? null : work.outcome(tables));
  }

  /** The chosen tables together, without trying each of them. */
  public Proposal.Outcome together(Period period, Set<String> chosen) {
    return together(Population.VICTIMS, period, chosen, releases.next()).outcome();
  }

  /** Tables of a population together, as a release with this number. */
  ReturnProposal.Part together(
      Population population, Period period, Set<String> chosen, int number) {
    List<DeclaredTables.One> tables = DeclaredTables.chosen(population, chosen);
    Work work = work(population, period, number, tables);
    return new ReturnProposal.Part(
        population,
        number,
        tables.stream().map(DeclaredTables.One::id).toList(),
        work.records.size() == 0,
        tables.isEmpty() ? NOTHING : work.outcome(tables));
  }

  private static final Proposal.Outcome NOTHING = new Proposal.Outcome(null, List.of(), 0, 0);

  private Work work(
      Population population, Period period, int number, List<DeclaredTables.One> tables) {
    List<FigureReleases.Content> before = releases.ofYear(population, period.year());
    Head head = new Head(population, period, number);
    return new Work(head, persons.of(population, period, release(head, tables, before)), before);
  }

  /** What a release is called by. */
  private record Head(Population population, Period period, int number) {}

  /** The first coarser table that can be published and says something. */
  private static DeclaredTables.@Nullable One saving(
      DeclaredTables.One table, Map<String, Proposal.Outcome> alone) {
    Optional<DeclaredTables.One> next = Optional.of(table);
    while (next.isPresent() && !alone.getOrDefault(next.get().id(), NOTHING).isUseful()) {
      next = DeclaredTables.find(next.get().coarser());
    }
    return next.filter(one -> !one.equals(table)).orElse(null);
  }

  private Release release(
      Head head, List<DeclaredTables.One> tables, List<FigureReleases.Content> before) {
    Map<String, Release.Relation> previous = new LinkedHashMap<>();
    before.forEach(one -> previous.put(id(one.number()), Release.Relation.CORRECTED));
    return new Release(
        id(head.number),
        head.population.title(),
        head.population.title()
            + " in the period, at an organisation of this node; each counts once",
        "%s/%s".formatted(head.period.from(), head.period.until().minusDays(1)),
        "Organisations of this node, " + head.population.source(),
        "Counts who was found, not who is exploited. Counts from 1 to %d are hidden, and others with them."
            .formatted(Policy.USUAL.threshold() - 1),
        DeclaredTables.variables(head.population, forms.lists()),
        DeclaredTables.shapes(tables),
        Policy.USUAL,
        previous,
        new Counting("person", 1, null));
  }

  private static String id(int number) {
    return "figures-" + number;
  }

  /** The records of a period, counted for one choice of tables after another. */
  private final class Work {
    private final Head head;
    private final Records records;
    private final List<FigureReleases.Content> before;
    private final List<EarlierRelease> earlier = new ArrayList<>();

    Work(Head head, Records records, List<FigureReleases.Content> before) {
      this.head = head;
      this.records = records;
      this.before = before;
      for (FigureReleases.Content one : before) {
        earlier.add(
            new EarlierRelease(
                Published.read(id(one.number()), one.content()), Release.Relation.CORRECTED));
      }
    }

    Proposal.Outcome outcome(List<DeclaredTables.One> tables) {
      if (records.size() == 0) {
        return NOTHING;
      }
      Figures figures = Figures.count(records.with(release(head, tables, before)));
      try {
        Protection protection = Protection.of(figures, earlier);
        if (!protection.audit().passed()) {
          return new Proposal.Outcome(
              null, protection.audit().findings().stream().map(Finding::cell).toList(), 0, 0);
        }
        Published published = protection.published();
        long hidden = published.many(Published.Mark.HIDDEN);
        long shown = 0;
        for (int figure = 0; figure < published.layout().shown(); figure++) {
          shown +=
              published.mark(figure) == Published.Mark.SHOWN && published.value(figure) > 0 ? 1 : 0;
        }
        return new Proposal.Outcome(published, List.of(), shown, hidden);
      } catch (BadRelease cannot) {
        return new Proposal.Outcome(null, cannot.cells(), 0, 0);
      }
    }
  }
}
