package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.protect.figures.SmallCells;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Money;
import org.passerelle.understand.dossier.chapter.Positions;
import org.passerelle.understand.dossier.chapter.Structure;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.dossier.chapter.Territory;

/** Chapters 5 to 8: roles, groups and key players, territory, money. */
final class MiddleChapters {
  private static final List<String> STANDS = List.of("broker", "core", "periphery", "isolated");
  private static final int PLACES = 15;
  private static final int QUESTIONS = 50;
  private final Findings findings;
  private final Pen pen;

  MiddleChapters(Findings findings, Pen pen) {
    this.findings = findings;
    this.pen = pen;
  }

  List<Block> roles() {
    Positions positions = findings.positions();
    List<Block> blocks = new ArrayList<>();
    if (positions.people().isEmpty()) {
      blocks.add(pen.finding(pen.text("dossier.few")));
      return blocks;
    }
    List<Positions.Position> questioned = positions.questioned();
    blocks.add(pen.finding(pen.text("dossier.roles.found", pen.persons(questioned.size()))));
    blocks.add(pen.paragraph(pen.text("dossier.roles.how")));
    List<Tally> stands = STANDS.stream().map(s -> new Tally(s, positions.in(s).length)).toList();
    blocks.add(
        pen.tallies(
            pen.text("dossier.roles.stands"),
            pen.text("dossier.col.stands"),
            stands,
            stands.stream().map(s -> pen.text("dossier.stands." + s.code())).toList()));
    if (!pen.anonymised()) {
      blocks.add(new Block.Heading(pen.text("dossier.roles.questions")));
      blocks.add(
          new Block.Points(
              questioned.stream()
                  .limit(QUESTIONS)
                  .map(
                      p ->
                          pen.text(
                              "dossier.roles.question." + p.question(),
                              pen.word(p.code()),
                              pen.role(p.role())))
                  .toList()));
      blocks.addAll(pen.cut(positions(positions)));
    }
    blocks.add(pen.caveat(pen.text("dossier.roles.caveat")));
    return blocks;
  }

  private Block.Table positions(Positions positions) {
    List<List<String>> rows =
        positions.people().stream()
            .sorted(Comparator.comparingInt((Positions.Position p) -> -p.degree()))
            .map(
                p ->
                    List.of(
                        pen.word(p.code()),
                        pen.role(p.role()),
                        pen.text("dossier.stands." + p.structural()),
                        pen.number(p.degree()),
                        pen.figure(p.betweenness(), 3),
                        pen.figure(p.constraint(), 2),
                        pen.number(p.core()),
                        pen.text(p.cut() ? "dossier.yes" : "dossier.no")))
            .toList();
    return new Block.Table(
        pen.text("dossier.roles.table"),
        List.of(
            pen.text("dossier.col.actor"),
            pen.text("dossier.col.declared"),
            pen.text("dossier.col.stands"),
            pen.text("dossier.measure.degree"),
            pen.text("dossier.measure.betweenness"),
            pen.text("dossier.measure.constraint"),
            pen.text("dossier.measure.core"),
            pen.text("dossier.measure.cut")),
        rows,
        3,
        pen.text("dossier.none"));
  }

  List<Block> structure() {
    Structure structure = findings.structure();
    Structure.Grouping groups = structure.groups();
    List<Block> blocks = new ArrayList<>();
    if (groups == null) {
      blocks.add(pen.finding(pen.text("dossier.few")));
      return blocks;
    }
    blocks.add(pen.finding(pen.text("dossier.structure.guilt")));
    if (!structure.picture().dots().isEmpty()) {
      blocks.add(NetworkDrawing.of(structure.picture(), pen));
      blocks.add(pen.caveat(pen.text("dossier.structure.drawn")));
    }
    blocks.add(
        pen.paragraph(
            pen.text(
                "dossier.structure.groups",
                groups.members().stream().filter(m -> m.size() > 1).count(),
                pen.figure(groups.modularity(), 2),
                groups.starts(),
                groups.fewest(),
                groups.most(),
                pen.figure(groups.agreement(), 2))));
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < groups.members().size(); g++) {
      List<String> members = groups.members().get(g);
      if (members.size() > 1) {
        rows.add(List.of(pen.number(g + 1L), pen.words(members), pen.number(members.size())));
      }
    }
    blocks.addAll(
        pen.cut(
            new Block.Table(
                pen.text("dossier.structure.members"),
                List.of(
                    pen.text("dossier.col.group"),
                    pen.text("dossier.col.actor"),
                    pen.text("dossier.col.count")),
                rows,
                2,
                pen.text("dossier.none"))));
    players(structure, blocks);
    blocks.add(new Block.Heading(pen.text("dossier.structure.rankings")));
    blocks.add(pen.paragraph(pen.text("dossier.structure.stability")));
    blocks.add(stability(structure.rankings()));
    blocks.add(rankings(structure.rankings()));
    blocks.add(new Block.Heading(pen.text("dossier.structure.removal")));
    blocks.add(NetworkDrawing.curves(structure.curves(), pen));
    blocks.add(pen.caveat(pen.text("dossier.structure.removal.caveat")));
    return blocks;
  }

  private void players(Structure structure, List<Block> blocks) {
    blocks.add(new Block.Heading(pen.text("dossier.structure.players")));
    blocks.add(
        new Block.Table(
            pen.text("dossier.structure.players.what"),
            List.of(
                pen.text("dossier.col.set"),
                pen.text("dossier.col.actor"),
                pen.text("dossier.col.value"),
                pen.text("dossier.col.searched")),
            structure.players().stream()
                .map(
                    p ->
                        List.of(
                            pen.text(
                                p.breaking() ? "dossier.players.break" : "dossier.players.reach",
                                p.codes().size()),
                            pen.words(p.codes()),
                            p.breaking()
                                ? pen.text(
                                    "dossier.players.from",
                                    pen.figure(p.before(), 2),
                                    pen.figure(p.value(), 2))
                                : pen.figure(p.value(), 2),
                            pen.text(
                                p.exhaustive() ? "dossier.players.all" : "dossier.players.some")))
                .toList(),
            4,
            pen.text("dossier.none")));
  }

  /** The four rankings side by side: who is high by one measure need not be by another. */
  private Block rankings(List<Structure.Ranking> rankings) {
    List<String> head = new ArrayList<>(List.of(pen.text("dossier.col.rank")));
    rankings.forEach(r -> head.add(pen.text("dossier.measure." + r.measure())));
    int longest = rankings.stream().mapToInt(r -> r.top().size()).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank < longest; rank++) {
      List<String> row = new ArrayList<>(List.of(pen.number(rank + 1L)));
      for (Structure.Ranking ranking : rankings) {
        Structure.Ranked ranked = ranking.top().get(rank);
        row.add(
            pen.text(
                "dossier.ranked",
                pen.word(ranked.code()),
                pen.figure(ranked.value(), ranking.measure().equals("degree") ? 0 : 2)));
      }
      rows.add(row);
    }
    return new Block.Table(
        pen.text("dossier.structure.ranked"), head, rows, head.size(), pen.text("dossier.none"));
  }

  private Block stability(List<Structure.Ranking> rankings) {
    List<List<String>> rows = new ArrayList<>();
    for (Structure.Ranking ranking : rankings) {
      var ties = ranking.ties();
      var actors = ranking.actors();
      List<String> row =
          new ArrayList<>(
              List.of(
                  pen.text("dossier.measure." + ranking.measure()),
                  pen.text("dossier.stability." + ranking.reading())));
      row.addAll(
          ties == null || actors == null
              ? List.of("", "", "", "")
              : List.of(
                  pen.percent(ties.firstStays()),
                  pen.percent(ties.topOverlap()),
                  pen.percent(actors.firstStays()),
                  pen.percent(actors.topOverlap())));
      rows.add(row);
    }
    return new Block.Table(
        pen.text("dossier.structure.stabilities"),
        List.of(
            pen.text("dossier.col.measure"),
            pen.text("dossier.col.steady"),
            pen.text("dossier.col.ties.first"),
            pen.text("dossier.col.ties.ten"),
            pen.text("dossier.col.actors.first"),
            pen.text("dossier.col.actors.ten")),
        rows,
        2,
        pen.text("dossier.none"));
  }

  List<Block> territory() {
    Territory territory = findings.territory();
    List<Tally> countries = pen.anonymised() ? findings.cast().countries() : territory.countries();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.territory.found",
                countries.stream().filter(c -> !c.code().isEmpty()).count(),
                territory.corridors().size())));
    List<Territory.Route> drawn =
        territory.corridors().stream().filter(r -> !pen.anonymised() || !small(r)).toList();
    if (!drawn.isEmpty()) {
      blocks.add(
          CorridorMap.of(
              drawn,
              drawn.stream()
                  .map(
                      r ->
                          pen.country(r.from())
                              + " – "
                              + pen.country(r.to())
                              + ": "
                              + pen.number(r.ties()))
                  .toList(),
              pen));
      blocks.add(
          pen.caveat(
              pen.text(
                  CorridorMap.margin(drawn)
                      ? "dossier.territory.drawn.margin"
                      : "dossier.territory.drawn")));
    }
    if (!drawn.isEmpty() || territory.corridors().isEmpty()) {
      blocks.addAll(pen.cut(routes("dossier.territory.corridors", drawn, true)));
    }
    withheld(
        territory.corridors().stream()
            .filter(r -> !drawn.contains(r))
            .map(r -> pen.country(r.from()) + " – " + pen.country(r.to()))
            .toList(),
        blocks);
    if (!pen.anonymised() && !territory.places().isEmpty()) {
      blocks.add(
          routes(
              "dossier.territory.places",
              territory.places().subList(0, Math.min(PLACES, territory.places().size())),
              false));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.territory.countries"),
            pen.text("dossier.col.country"),
            countries,
            countries.stream().map(c -> pen.country(c.code())).toList()));
    return blocks;
  }

  private static boolean small(Territory.Route route) {
    return route.actors() < SmallCells.THRESHOLD || route.ties() < SmallCells.THRESHOLD;
  }

  private Block.Table routes(String caption, List<Territory.Route> routes, boolean countries) {
    List<List<String>> rows = new ArrayList<>();
    for (Territory.Route route : routes) {
      rows.add(
          List.of(
              (countries ? pen.country(route.from()) : pen.word(route.from()))
                  + " – "
                  + (countries ? pen.country(route.to()) : pen.word(route.to())),
              pen.span(route.span()),
              pen.number(route.ties()),
              pen.number(route.actors()),
              transport(route),
              pen.persons(route.inEvidence())));
    }
    return new Block.Table(
        pen.text(caption),
        List.of(
            pen.text("dossier.col.corridor"),
            pen.text("dossier.col.when"),
            pen.text("dossier.col.ties"),
            pen.text("dossier.col.actors"),
            pen.text("dossier.col.transport"),
            pen.text("dossier.col.evidence")),
        rows,
        2,
        pen.text("dossier.territory.none"));
  }

  /** How many lead there and back, where that is known. */
  private String transport(Territory.Route route) {
    return route.there() + route.back() == 0 || pen.anonymised()
        ? pen.persons(route.transport())
        : pen.text("dossier.territory.ways", route.transport(), route.there(), route.back());
  }

  List<Block> money() {
    Money money = findings.money();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.money.found", money.ties(), money.unknown(), money.currencies().size())));
    for (Money.Currency currency : money.currencies()) {
      boolean hides = pen.anonymised() && currency.flows().stream().anyMatch(MiddleChapters::few);
      if (!hides && currency.flows().size() > 1) {
        blocks.add(Sankey.of(currency, told(currency), pen));
      }
      flows(currency, hides, blocks);
    }
    blocks.add(pen.caveat(pen.text("dossier.money.caveat")));
    return blocks;
  }

  private static boolean few(Money.Flow flow) {
    return flow.payers() < SmallCells.THRESHOLD || flow.payments() < SmallCells.THRESHOLD;
  }

  private List<String> told(Money.Currency currency) {
    return currency.flows().stream()
        .map(
            f ->
                pen.role(f.from())
                    + " → "
                    + pen.role(f.to())
                    + ": "
                    + pen.money(f.sum(), currency.code()))
        .toList();
  }

  private void flows(Money.Currency currency, boolean hides, List<Block> blocks) {
    List<List<String>> rows = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    for (Money.Flow flow : currency.flows()) {
      if (hides && few(flow)) {
        withheld.add(pen.role(flow.from()) + " → " + pen.role(flow.to()));
        continue;
      }
      rows.add(
          List.of(
              pen.role(flow.from()),
              pen.role(flow.to()),
              pen.money(flow.sum(), currency.code()),
              pen.number(flow.payments())));
    }
    String caption =
        hides
            ? pen.text("dossier.money.flows.hidden", currency.code())
            : pen.text("dossier.money.flows", pen.money(currency.sum(), currency.code()));
    blocks.add(
        rows.isEmpty()
            ? pen.paragraph(caption + ".")
            : new Block.Table(
                caption,
                List.of(
                    pen.text("dossier.col.from"),
                    pen.text("dossier.col.to"),
                    pen.text("dossier.col.sum"),
                    pen.text("dossier.col.payments")),
                rows,
                2,
                pen.text("dossier.none")));
    withheld(withheld, blocks);
  }

  /** What is there and whose figures would tell too much. */
  private void withheld(List<String> names, List<Block> blocks) {
    if (!names.isEmpty()) {
      blocks.add(pen.caveat(pen.text("dossier.withheld", String.join("; ", names))));
    }
  }
}
