package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Structure;

/** Chapter 6: groups and key players. */
final class StructureChapter extends WrittenChapter {
  StructureChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Structure structure = findings.structure();
    Structure.Grouping groups = structure.groups();
    List<Block> blocks = new ArrayList<>();
    if (groups == null) {
      blocks.add(editionFormat.finding(editionFormat.text("dossier.few")));
      return blocks;
    }
    blocks.add(editionFormat.finding(editionFormat.text("dossier.structure.guilt")));
    if (!structure.picture().dots().isEmpty()) {
      blocks.add(NetworkDrawing.of(structure.picture(), editionFormat));
      blocks.add(editionFormat.caveat(editionFormat.text("dossier.structure.drawn")));
    }
    blocks.add(
        editionFormat.paragraph(
            editionFormat.text(
                "dossier.structure.groups",
                groups.members().stream().filter(m -> m.size() > 1).count(),
                editionFormat.figure(groups.modularity(), 2),
                groups.starts(),
                groups.fewest(),
                groups.most(),
                editionFormat.figure(groups.agreement(), 2))));
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < groups.members().size(); g++) {
      List<String> members = groups.members().get(g);
      if (members.size() > 1) {
        rows.add(
            List.of(
                editionFormat.number(g + 1L),
                editionFormat.words(members),
                editionFormat.number(members.size())));
      }
    }
    blocks.addAll(
        editionFormat.cut(
            new Block.Table(
                editionFormat.text("dossier.structure.members"),
                List.of(
                    editionFormat.text("dossier.col.group"),
                    editionFormat.text("dossier.col.actor"),
                    editionFormat.text("dossier.col.count")),
                rows,
                2,
                editionFormat.text("dossier.none"))));
    players(structure, blocks);
    blocks.add(new Block.Heading(editionFormat.text("dossier.structure.rankings")));
    blocks.add(editionFormat.paragraph(editionFormat.text("dossier.structure.stability")));
    blocks.add(stability(structure.rankings()));
    blocks.add(rankings(structure.rankings()));
    blocks.add(new Block.Heading(editionFormat.text("dossier.structure.removal")));
    blocks.add(NetworkDrawing.curves(structure.curves(), editionFormat));
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.structure.removal.caveat")));
    return blocks;
  }

  private void players(Structure structure, List<Block> blocks) {
    blocks.add(new Block.Heading(editionFormat.text("dossier.structure.players")));
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.structure.players.what"),
            List.of(
                editionFormat.text("dossier.col.set"),
                editionFormat.text("dossier.col.actor"),
                editionFormat.text("dossier.col.value"),
                editionFormat.text("dossier.col.searched")),
            structure.players().stream()
                .map(
                    p ->
                        List.of(
                            editionFormat.text(
                                p.breaking() ? "dossier.players.break" : "dossier.players.reach",
                                p.codes().size()),
                            editionFormat.words(p.codes()),
                            p.breaking()
                                ? editionFormat.text(
                                    "dossier.players.from",
                                    editionFormat.figure(p.before(), 2),
                                    editionFormat.figure(p.value(), 2))
                                : editionFormat.figure(p.value(), 2),
                            editionFormat.text(
                                p.exhaustive() ? "dossier.players.all" : "dossier.players.some")))
                .toList(),
            4,
            editionFormat.text("dossier.none")));
  }

  /** The four rankings side by side: an actor ranked high by one measure need not be by another. */
  private Block rankings(List<Structure.Ranking> rankings) {
    List<String> head = new ArrayList<>(List.of(editionFormat.text("dossier.col.rank")));
    rankings.forEach(r -> head.add(editionFormat.text("dossier.measure." + r.measure())));
    int longest = rankings.stream().mapToInt(r -> r.top().size()).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank < longest; rank++) {
      List<String> row = new ArrayList<>(List.of(editionFormat.number(rank + 1L)));
      for (Structure.Ranking ranking : rankings) {
        Structure.Ranked ranked = ranking.top().get(rank);
        row.add(
            editionFormat.text(
                "dossier.ranked",
                editionFormat.word(ranked.code()),
                editionFormat.figure(ranked.value(), ranking.measure().equals("degree") ? 0 : 2)));
      }
      rows.add(row);
    }
    return new Block.Table(
        editionFormat.text("dossier.structure.ranked"),
        head,
        rows,
        head.size(),
        editionFormat.text("dossier.none"));
  }

  private Block stability(List<Structure.Ranking> rankings) {
    List<List<String>> rows = new ArrayList<>();
    for (Structure.Ranking ranking : rankings) {
      var ties = ranking.ties();
      var actors = ranking.actors();
      List<String> row =
          new ArrayList<>(
              List.of(
                  editionFormat.text("dossier.measure." + ranking.measure()),
                  editionFormat.text("dossier.stability." + ranking.reading())));
      row.addAll(
          ties == null || actors == null
              ? List.of("", "", "", "")
              : List.of(
                  editionFormat.percent(ties.firstStays()),
                  editionFormat.percent(ties.topOverlap()),
                  editionFormat.percent(actors.firstStays()),
                  editionFormat.percent(actors.topOverlap())));
      rows.add(row);
    }
    return new Block.Table(
        editionFormat.text("dossier.structure.stabilities"),
        List.of(
            editionFormat.text("dossier.col.measure"),
            editionFormat.text("dossier.col.steady"),
            editionFormat.text("dossier.col.ties.first"),
            editionFormat.text("dossier.col.ties.ten"),
            editionFormat.text("dossier.col.actors.first"),
            editionFormat.text("dossier.col.actors.ten")),
        rows,
        2,
        editionFormat.text("dossier.none"));
  }
}
