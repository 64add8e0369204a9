package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.SupportingMaterial;
import org.passerelle.understand.dossier.chapter.Tally;
import org.passerelle.understand.grid.Question;

/** Chapter 10: trafficking or delinquency. */
final class QualificationChapter extends WrittenChapter {
  QualificationChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    List<SupportingMaterial.Assessed> grids = findings.qualification().grids();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.qualification.found", editionFormat.persons(grids.size()))));
    blocks.add(editionFormat.paragraph(editionFormat.text("dossier.qualification.elements")));
    blocks.add(new Block.Paragraph("warning", editionFormat.text("dossier.qualification.minor")));
    if (editionFormat.anonymised()) {
      List<Tally> conclusions = Tally.of(grids, SupportingMaterial.Assessed::conclusion);
      blocks.add(
          editionFormat.tallies(
              editionFormat.text("dossier.qualification.conclusions"),
              editionFormat.text("dossier.col.conclusion"),
              conclusions,
              conclusions.stream().map(c -> conclusion(c.code())).toList()));
    } else {
      grids.forEach(grid -> assessed(grid, blocks));
    }
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.qualification.caveat")));
    return blocks;
  }

  private String conclusion(String code) {
    return code.isEmpty()
        ? editionFormat.text("grid.open")
        : editionFormat.text("grid.conclusion." + code);
  }

  private void assessed(SupportingMaterial.Assessed grid, List<Block> blocks) {
    blocks.add(new Block.Heading(editionFormat.word(grid.code())));
    blocks.add(
        editionFormat.paragraph(
            grid.conclusion().isEmpty()
                ? editionFormat.text("dossier.qualification.open")
                : editionFormat.text(
                    "dossier.qualification.by",
                    conclusion(grid.conclusion()),
                    editionFormat.word(grid.by()),
                    editionFormat.date(grid.on()),
                    grid.since())));
    if (!grid.nonPunishment().isEmpty()) {
      blocks.add(
          editionFormat.paragraph(
              editionFormat.text(
                  "dossier.qualification.non",
                  editionFormat.text("grid.non." + grid.nonPunishment()))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (String question : Question.codes()) {
      boolean needless = question.equals("means") && !grid.minor().equals("no");
      rows.add(
          List.of(
              editionFormat.text("grid.q." + question),
              needless
                  ? editionFormat.text("dossier.qualification.no-means")
                  : editionFormat.text(
                      "grid.standing." + grid.standing().getOrDefault(question, "unknown"))));
    }
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.qualification.grid"),
            List.of(
                editionFormat.text("dossier.col.question"),
                editionFormat.text("dossier.col.standing")),
            rows,
            2,
            editionFormat.text("dossier.none")));
  }
}
