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

  RolesChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
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
}
