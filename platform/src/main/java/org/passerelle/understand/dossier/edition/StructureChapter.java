package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Structure;

/** Chapter 6: groups and key players. */
final class StructureChapter extends WrittenChapter {
  StructureChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
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

  /** The four rankings side by side: an actor ranked high by one measure need not be by another. */
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
}
