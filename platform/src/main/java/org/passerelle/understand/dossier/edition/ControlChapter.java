package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Control;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 9: means of control. */
final class ControlChapter extends WrittenChapter {
  ControlChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Control control = findings.control();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.control.found",
                control.ties(),
                editionFormat.persons(control.victims()),
                control.inEvidence())));
    if (control.passages() >= 0) {
      blocks.add(
          editionFormat.paragraph(
              editionFormat.text("dossier.control.passages", control.passages())));
    }
    blocks.add(
        editionFormat.tallies(
            editionFormat.text("dossier.control.means"),
            editionFormat.text("dossier.col.means"),
            control.means(),
            control.means().stream()
                .map(
                    m ->
                        editionFormat.text(
                            "dossier.means." + (m.code().isEmpty() ? "none" : m.code())))
                .toList()));
    if (!editionFormat.anonymised() && !control.controllers().isEmpty()) {
      blocks.addAll(
          editionFormat.cut(
              editionFormat.tallies(
                  editionFormat.text("dossier.control.from"),
                  editionFormat.text("dossier.col.actor"),
                  control.controllers(),
                  control.controllers().stream().map(c -> editionFormat.word(c.code())).toList())));
    }
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.control.caveat")));
    return blocks;
  }
}
