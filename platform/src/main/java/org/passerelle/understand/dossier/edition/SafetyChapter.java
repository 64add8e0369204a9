package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Safety;

/** Chapter 12: the safety of the victims. */
final class SafetyChapter extends WrittenChapter {
  private static final int TOLD = 6;

  SafetyChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Safety safety = findings.safety();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text("dossier.safety.found", editionFormat.persons(safety.victims()))));
    blocks.add(
        new Block.Points(
            List.of(
                editionFormat.text("dossier.safety.held", editionFormat.persons(safety.held())),
                editionFormat.text(
                    "dossier.safety.related", editionFormat.persons(safety.related())),
                editionFormat.text(
                    "dossier.safety.acting", editionFormat.persons(safety.acting())))));
    if (!editionFormat.anonymised()) {
      blocks.add(
          editionFormat.tallies(
              editionFormat.text("dossier.safety.countries"),
              editionFormat.text("dossier.col.country"),
              safety.countries(),
              safety.countries().stream().map(c -> editionFormat.country(c.code())).toList()));
    }
    blocks.add(new Block.Heading(editionFormat.text("dossier.safety.before")));
    List<String> told = new ArrayList<>();
    for (int i = 1; i <= TOLD; i++) {
      told.add(editionFormat.text("dossier.safety.tell." + i));
    }
    blocks.add(new Block.Points(told));
    blocks.add(new Block.Paragraph("warning", editionFormat.text("dossier.safety.unconditional")));
    return blocks;
  }
}
