package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Beside;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.grid.Question;

/** Chapter 10: trafficking or delinquency. */
final class QualificationChapter extends WrittenChapter {
  QualificationChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    List<Beside.Assessed> grids = findings.qualification().grids();
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.finding(pen.text("dossier.qualification.found", pen.persons(grids.size()))));
    blocks.add(pen.paragraph(pen.text("dossier.qualification.elements")));
    blocks.add(new Block.Paragraph("warning", pen.text("dossier.qualification.minor")));
    if (pen.anonymised()) {
      List<Tally> conclusions = Tally.of(grids, Beside.Assessed::conclusion);
      blocks.add(
          pen.tallies(
              pen.text("dossier.qualification.conclusions"),
              pen.text("dossier.col.conclusion"),
              conclusions,
              conclusions.stream().map(c -> conclusion(c.code())).toList()));
    } else {
      grids.forEach(grid -> assessed(grid, blocks));
    }
    blocks.add(pen.caveat(pen.text("dossier.qualification.caveat")));
    return blocks;
  }

  private String conclusion(String code) {
    return code.isEmpty() ? pen.text("grid.open") : pen.text("grid.conclusion." + code);
  }

  private void assessed(Beside.Assessed grid, List<Block> blocks) {
    blocks.add(new Block.Heading(pen.word(grid.code())));
    blocks.add(
        pen.paragraph(
            grid.conclusion().isEmpty()
                ? pen.text("dossier.qualification.open")
                : pen.text(
                    "dossier.qualification.by",
                    conclusion(grid.conclusion()),
                    pen.word(grid.by()),
                    pen.date(grid.on()),
                    grid.since())));
    if (!grid.nonPunishment().isEmpty()) {
      blocks.add(
          pen.paragraph(
              pen.text("dossier.qualification.non", pen.text("grid.non." + grid.nonPunishment()))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (String question : Question.codes()) {
      boolean needless = question.equals("means") && !grid.minor().equals("no");
      rows.add(
          List.of(
              pen.text("grid.q." + question),
              needless
                  ? pen.text("dossier.qualification.no-means")
                  : pen.text(
                      "grid.standing." + grid.standing().getOrDefault(question, "unknown"))));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.qualification.grid"),
            List.of(pen.text("dossier.col.question"), pen.text("dossier.col.standing")),
            rows,
            2,
            pen.text("dossier.none")));
  }
}
