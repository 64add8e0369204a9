package org.passerelle.understand.dossier.edition;

import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;

/** The findings of one chapter in words, tables and figures. */
abstract class WrittenChapter {
  final Findings findings;
  final EditionFormat editionFormat;

  WrittenChapter(Findings findings, EditionFormat editionFormat) {
    this.findings = findings;
    this.editionFormat = editionFormat;
  }

  abstract List<Block> blocks();
}
