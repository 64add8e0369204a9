package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Safety;

/** Chapter 12: the safety of the victims. */
final class SafetyChapter extends WrittenChapter {
  private static final int TOLD = 6;

  SafetyChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    Safety safety = findings.safety();
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.finding(pen.text("dossier.safety.found", pen.persons(safety.victims()))));
    blocks.add(
        new Block.Points(
            List.of(
                pen.text("dossier.safety.held", pen.persons(safety.held())),
                pen.text("dossier.safety.related", pen.persons(safety.related())),
                pen.text("dossier.safety.acting", pen.persons(safety.acting())))));
    if (!pen.anonymised()) {
      blocks.add(
          pen.tallies(
              pen.text("dossier.safety.countries"),
              pen.text("dossier.col.country"),
              safety.countries(),
              safety.countries().stream().map(c -> pen.country(c.code())).toList()));
    }
    blocks.add(new Block.Heading(pen.text("dossier.safety.before")));
    List<String> told = new ArrayList<>();
    for (int i = 1; i <= TOLD; i++) {
      told.add(pen.text("dossier.safety.tell." + i));
    }
    blocks.add(new Block.Points(told));
    blocks.add(new Block.Paragraph("warning", pen.text("dossier.safety.unconditional")));
    return blocks;
  }
}
