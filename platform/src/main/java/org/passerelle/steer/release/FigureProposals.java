package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Counting;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Figures;
import org.passerelle.disclosure.Finding;
import org.passerelle.disclosure.Protection;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.Release;
import org.passerelle.disclosure.Utility;
import org.passerelle.forms.FormDefinitions;
import org.springframework.stereotype.Component;

/**
 * Protects declared tables and attacks them, together with everything that was released of the same
 * year before. A person counts once, whatever number of cases was opened.
 */
@Component
public class FigureProposals {
  private static final String ID = "figures-";

  private final CountedPersons persons;
  private final FigureReleases releases;
  private final FormDefinitions forms;

  FigureProposals(CountedPersons persons, FigureReleases releases, FormDefinitions forms) {
    this.persons = persons;
    this.releases = releases;
    this.forms = forms;
  }

  /**
   * What can be published of a period: each table on its own under the usual policy, the chosen
   * ones together under another.
   *
   * @param chosen ids of tables to publish together
   */
  public Proposal of(Period period, Set<String> chosen, ReleasePolicy policy) {
    Work work = work(Population.VICTIMS, period, releases.next(), DeclaredTables.all());
    Map<String, Proposal.Outcome> alone = new LinkedHashMap<>();
    DeclaredTables.all()
        .forEach(one -> alone.put(one.id(), work.outcome(List.of(one), ReleasePolicy.USUAL)));
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
        tables.isEmpty() ? null : work.outcome(tables, policy));
  }

  /** The chosen tables together, without trying each of them. */
  public Proposal.Outcome together(Period period, Set<String> chosen) {
    return together(period, chosen, ReleasePolicy.USUAL);
  }

  /** The chosen tables together under a policy. */
  public Proposal.Outcome together(Period period, Set<String> chosen, ReleasePolicy policy) {
    List<DeclaredTables.One> tables = DeclaredTables.chosen(Population.VICTIMS, chosen);
    return tables.isEmpty()
        ? NOTHING
        : work(Population.VICTIMS, period, releases.next(), tables).outcome(tables, policy);
  }

  /**
   * The chosen tables, to be protected under one policy after another: what is needed of the
   * database is read now, and the result computes without it.
   */
  Function<ReleasePolicy, Weighed> under(Period period, Set<String> chosen) {
    List<DeclaredTables.One> tables = DeclaredTables.chosen(Population.VICTIMS, chosen);
    Work work = work(Population.VICTIMS, period, releases.next(), tables);
    return policy -> work.weighed(tables, policy);
  }

  /**
   * Tables that were protected and attacked, with what it took from readers.
   *
   * @param audit result of the attack; null if no pattern was found to attack
   * @param utility what is lost; null if nothing may be published
   */
  record Weighed(
      Proposal.Outcome outcome, @Nullable AuditReport audit, @Nullable Utility utility) {}

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
        tables.isEmpty() ? NOTHING : work.outcome(tables, ReleasePolicy.USUAL));
  }

  private static final Proposal.Outcome NOTHING = new Proposal.Outcome(null, List.of(), 0, 0);

  private Work work(
      Population population, Period period, int number, List<DeclaredTables.One> tables) {
    List<FigureReleases.Content> before = releases.ofYear(population, period.year());
    Head head = new Head(population, period, number);
    return new Work(
        head,
        persons.of(population, period, release(head, tables, before, ReleasePolicy.USUAL)),
        before);
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
      Head head,
      List<DeclaredTables.One> tables,
      List<FigureReleases.Content> before,
      ReleasePolicy policy) {
    Map<String, Release.Relation> previous = new LinkedHashMap<>();
    before.forEach(one -> previous.put(id(one.number()), Release.Relation.CORRECTED));
    return new Release(
        id(head.number),
        head.population.title(),
        head.population.title()
            + " in the period, at an organisation of this node; each counts once",
        "%s/%s".formatted(head.period.from(), head.period.until().minusDays(1)),
        "Organisations of this node, " + head.population.source(),
        policy.caveat(),
        DeclaredTables.variables(head.population, forms.lists()),
        DeclaredTables.shapes(tables),
        policy.policy(),
        previous,
        new Counting("person", 1, null));
  }

  private static String id(int number) {
    return ID + number;
  }

  /** The number of a release, from its content. */
  static int number(Published published) {
    return Integer.parseInt(published.layout().release().id().substring(ID.length()));
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

    Proposal.Outcome outcome(List<DeclaredTables.One> tables, ReleasePolicy policy) {
      return weighed(tables, policy).outcome;
    }

    Weighed weighed(List<DeclaredTables.One> tables, ReleasePolicy policy) {
      if (records.size() == 0) {
        return new Weighed(NOTHING, null, null);
      }
      Figures figures = Figures.count(records.with(release(head, tables, before, policy)));
      if (figures.layout().shown() > policy.mostFigures()) {
        return new Weighed(NOTHING, null, null);
      }
      try {
        Protection protection = Protection.of(figures, earlier);
        AuditReport audit = protection.audit();
        if (!audit.passed()) {
          return new Weighed(
              new Proposal.Outcome(
                  null, audit.findings().stream().map(Finding::cell).toList(), 0, 0),
              audit,
              null);
        }
        Published published = protection.published();
        return new Weighed(
            new Proposal.Outcome(
                published, List.of(), shown(published), published.many(Published.Mark.HIDDEN)),
            audit,
            Utility.of(figures, published));
      } catch (BadRelease cannot) {
        return new Weighed(new Proposal.Outcome(null, cannot.cells(), 0, 0), null, null);
      }
    }

    private static long shown(Published published) {
      return IntStream.range(0, published.layout().shown())
          .filter(figure -> published.mark(figure) != Published.Mark.HIDDEN)
          .filter(figure -> published.value(figure) > 0)
          .count();
    }
  }
}
