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
    Work work = work(period);
    Map<String, Proposal.Outcome> alone = new LinkedHashMap<>();
    DeclaredTables.all().forEach(one -> alone.put(one.id(), work.outcome(List.of(one))));
    List<Proposal.Trial> trials =
        DeclaredTables.all().stream()
            .map(
                one ->
                    new Proposal.Trial(
                        one, alone.getOrDefault(one.id(), NOTHING), saving(one, alone)))
            .toList();
    List<DeclaredTables.One> tables = DeclaredTables.chosen(chosen);
    return new Proposal(
        work.number,
        period,
        work.records.size() == 0,
        trials,
        tables.isEmpty() ? null : work.outcome(tables));
  }

  /** The chosen tables together, without trying each of them. */
  public Proposal.Outcome together(Period period, Set<String> chosen) {
    List<DeclaredTables.One> tables = DeclaredTables.chosen(chosen);
    return tables.isEmpty() ? NOTHING : work(period).outcome(tables);
  }

  private static final Proposal.Outcome NOTHING = new Proposal.Outcome(null, List.of(), 0, 0);

  private Work work(Period period) {
    List<FigureReleases.Content> before = releases.ofYear(period.year());
    int number = releases.next();
    Release release = release(period, number, DeclaredTables.all(), before);
    return new Work(number, period, persons.of(period, release), before);
  }

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
      Period period,
      int number,
      List<DeclaredTables.One> tables,
      List<FigureReleases.Content> before) {
    Map<String, Release.Relation> previous = new LinkedHashMap<>();
    before.forEach(one -> previous.put(id(one.number()), Release.Relation.CORRECTED));
    return new Release(
        id(number),
        "Persons of whom a case was opened",
        "Persons of whom an organisation of this node opened a case in the period, each counted once",
        "%s/%s".formatted(period.from(), period.until().minusDays(1)),
        "Case records of the organisations of this node",
        "Counts who was found, not who is exploited. Counts from 1 to %d are hidden, and others with them."
            .formatted(Policy.USUAL.threshold() - 1),
        DeclaredTables.variables(forms.lists()),
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
    private final int number;
    private final Period period;
    private final Records records;
    private final List<FigureReleases.Content> before;
    private final List<EarlierRelease> earlier = new ArrayList<>();

    Work(int number, Period period, Records records, List<FigureReleases.Content> before) {
      this.number = number;
      this.period = period;
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
      Figures figures = Figures.count(records.with(release(period, number, tables, before)));
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
