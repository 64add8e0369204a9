package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Control;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 9: means of control. */
final class ControlChapter extends WrittenChapter {
  ControlChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    Control control = findings.control();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.control.found",
                control.ties(),
                pen.persons(control.victims()),
                control.inEvidence())));
    if (control.passages() >= 0) {
      blocks.add(pen.paragraph(pen.text("dossier.control.passages", control.passages())));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.control.means"),
            pen.text("dossier.col.means"),
            control.means(),
            control.means().stream()
                .map(m -> pen.text("dossier.means." + (m.code().isEmpty() ? "none" : m.code())))
                .toList()));
    if (!pen.anonymised() && !control.controllers().isEmpty()) {
      blocks.addAll(
          pen.cut(
              pen.tallies(
                  pen.text("dossier.control.from"),
                  pen.text("dossier.col.actor"),
                  control.controllers(),
                  control.controllers().stream().map(c -> pen.word(c.code())).toList())));
    }
    blocks.add(pen.caveat(pen.text("dossier.control.caveat")));
    return blocks;
  }
}
