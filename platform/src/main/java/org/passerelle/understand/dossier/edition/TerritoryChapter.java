package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.dossier.chapter.Territory;

/** Chapter 7: corridors and places. */
final class TerritoryChapter extends WrittenChapter {
  private static final int PLACES = 15;

  TerritoryChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
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
    blocks.addAll(
        pen.withheld(
            territory.corridors().stream()
                .filter(r -> !drawn.contains(r))
                .map(r -> pen.country(r.from()) + " – " + pen.country(r.to()))
                .toList()));
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

  /** Number of transports in each direction, if known. */
  private String transport(Territory.Route route) {
    return route.there() + route.back() == 0 || pen.anonymised()
        ? pen.persons(route.transport())
        : pen.text("dossier.territory.ways", route.transport(), route.there(), route.back());
  }
}
