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

  TerritoryChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Territory territory = findings.territory();
    List<Tally> countries =
        editionFormat.anonymised() ? findings.cast().countries() : territory.countries();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.territory.found",
                countries.stream().filter(c -> !c.code().isEmpty()).count(),
                territory.corridors().size())));
    List<Territory.Route> drawn =
        territory.corridors().stream()
            .filter(r -> !editionFormat.anonymised() || !small(r))
            .toList();
    if (!drawn.isEmpty()) {
      blocks.add(
          CorridorMap.of(
              drawn,
              drawn.stream()
                  .map(
                      r ->
                          editionFormat.country(r.from())
                              + " – "
                              + editionFormat.country(r.to())
                              + ": "
                              + editionFormat.number(r.ties()))
                  .toList(),
              editionFormat));
      blocks.add(
          editionFormat.caveat(
              editionFormat.text(
                  CorridorMap.margin(drawn)
                      ? "dossier.territory.drawn.margin"
                      : "dossier.territory.drawn")));
    }
    if (!drawn.isEmpty() || territory.corridors().isEmpty()) {
      blocks.addAll(editionFormat.cut(routes("dossier.territory.corridors", drawn, true)));
    }
    blocks.addAll(
        editionFormat.withheld(
            territory.corridors().stream()
                .filter(r -> !drawn.contains(r))
                .map(r -> editionFormat.country(r.from()) + " – " + editionFormat.country(r.to()))
                .toList()));
    if (!editionFormat.anonymised() && !territory.places().isEmpty()) {
      blocks.add(
          routes(
              "dossier.territory.places",
              territory.places().subList(0, Math.min(PLACES, territory.places().size())),
              false));
    }
    blocks.add(
        editionFormat.tallies(
            editionFormat.text("dossier.territory.countries"),
            editionFormat.text("dossier.col.country"),
            countries,
            countries.stream().map(c -> editionFormat.country(c.code())).toList()));
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
              (countries ? editionFormat.country(route.from()) : editionFormat.word(route.from()))
                  + " – "
                  + (countries
                      ? editionFormat.country(route.to())
                      : editionFormat.word(route.to())),
              editionFormat.span(route.span()),
              editionFormat.number(route.ties()),
              editionFormat.number(route.actors()),
              transport(route),
              editionFormat.persons(route.inEvidence())));
    }
    return new Block.Table(
        editionFormat.text(caption),
        List.of(
            editionFormat.text("dossier.col.corridor"),
            editionFormat.text("dossier.col.when"),
            editionFormat.text("dossier.col.ties"),
            editionFormat.text("dossier.col.actors"),
            editionFormat.text("dossier.col.transport"),
            editionFormat.text("dossier.col.evidence")),
        rows,
        2,
        editionFormat.text("dossier.territory.none"));
  }

  /** Number of transports in each direction, if known. */
  private String transport(Territory.Route route) {
    return route.there() + route.back() == 0 || editionFormat.anonymised()
        ? editionFormat.persons(route.transport())
        : editionFormat.text(
            "dossier.territory.ways", route.transport(), route.there(), route.back());
  }
}
