package org.passerelle.understand.dossier.edition;

import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;

/** The findings of one chapter in words, tables and figures. */
abstract class WrittenChapter {
  final Findings findings;
  final Pen pen;

  WrittenChapter(Findings findings, Pen pen) {
    this.findings = findings;
    this.pen = pen;
  }

  abstract List<Block> blocks();
}
