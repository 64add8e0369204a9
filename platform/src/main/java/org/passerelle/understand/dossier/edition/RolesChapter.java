package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Positions;
import org.passerelle.understand.dossier.chapter.Tally;

/** Chapter 5: declared roles and structural positions. */
final class RolesChapter extends WrittenChapter {
  private static final List<String> STANDS = List.of("broker", "core", "periphery", "isolated");
  private static final int QUESTIONS = 50;

  RolesChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Positions positions = findings.positions();
    List<Block> blocks = new ArrayList<>();
    if (positions.people().isEmpty()) {
      blocks.add(editionFormat.finding(editionFormat.text("dossier.few")));
      return blocks;
    }
    List<Positions.Position> questioned = positions.questioned();
    blocks.add(
        editionFormat.finding(
            editionFormat.text("dossier.roles.found", editionFormat.persons(questioned.size()))));
    blocks.add(editionFormat.paragraph(editionFormat.text("dossier.roles.how")));
    List<Tally> stands = STANDS.stream().map(s -> new Tally(s, positions.in(s).length)).toList();
    blocks.add(
        editionFormat.tallies(
            editionFormat.text("dossier.roles.stands"),
            editionFormat.text("dossier.col.stands"),
            stands,
            stands.stream().map(s -> editionFormat.text("dossier.stands." + s.code())).toList()));
    if (!editionFormat.anonymised()) {
      blocks.add(new Block.Heading(editionFormat.text("dossier.roles.questions")));
      blocks.add(
          new Block.Points(
              questioned.stream()
                  .limit(QUESTIONS)
                  .map(
                      p ->
                          editionFormat.text(
                              "dossier.roles.question." + p.question(),
                              editionFormat.word(p.code()),
                              editionFormat.role(p.role())))
                  .toList()));
      blocks.addAll(editionFormat.cut(positions(positions)));
    }
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.roles.caveat")));
    return blocks;
  }

  private Block.Table positions(Positions positions) {
    List<List<String>> rows =
        positions.people().stream()
            .sorted(Comparator.comparingInt((Positions.Position p) -> -p.degree()))
            .map(
                p ->
                    List.of(
                        editionFormat.word(p.code()),
                        editionFormat.role(p.role()),
                        editionFormat.text("dossier.stands." + p.structural()),
                        editionFormat.number(p.degree()),
                        editionFormat.figure(p.betweenness(), 3),
                        editionFormat.figure(p.constraint(), 2),
                        editionFormat.number(p.core()),
                        editionFormat.text(p.cut() ? "dossier.yes" : "dossier.no")))
            .toList();
    return new Block.Table(
        editionFormat.text("dossier.roles.table"),
        List.of(
            editionFormat.text("dossier.col.actor"),
            editionFormat.text("dossier.col.declared"),
            editionFormat.text("dossier.col.stands"),
            editionFormat.text("dossier.measure.degree"),
            editionFormat.text("dossier.measure.betweenness"),
            editionFormat.text("dossier.measure.constraint"),
            editionFormat.text("dossier.measure.core"),
            editionFormat.text("dossier.measure.cut")),
        rows,
        3,
        editionFormat.text("dossier.none"));
  }
}
