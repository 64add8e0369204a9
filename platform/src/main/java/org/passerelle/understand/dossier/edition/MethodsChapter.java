package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;

/** Appendix: methods, terms and sources. */
final class MethodsChapter extends WrittenChapter {
  private static final int SOURCES = 9;

  MethodsChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(editionFormat.paragraph(editionFormat.text("dossier.methods.what")));
    List<List<String>> words = new ArrayList<>();
    for (String measure :
        List.of("degree", "betweenness", "closeness", "constraint", "core", "cut")) {
      words.add(
          List.of(
              editionFormat.text("dossier.measure." + measure),
              editionFormat.text("dossier.measure." + measure + ".what")));
    }
    for (String word : List.of("index", "groups", "fragmentation", "reach", "stability")) {
      words.add(
          List.of(
              editionFormat.text("dossier.word." + word),
              editionFormat.text("dossier.word." + word + ".what")));
    }
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.methods.words"),
            List.of(
                editionFormat.text("dossier.col.word"), editionFormat.text("dossier.col.meaning")),
            words,
            2,
            editionFormat.text("dossier.none")));
    blocks.add(new Block.Heading(editionFormat.text("dossier.methods.papers")));
    List<String> papers = new ArrayList<>();
    for (int i = 1; i <= SOURCES; i++) {
      papers.add(editionFormat.text("dossier.paper." + i));
    }
    blocks.add(new Block.Points(papers));
    editionFormat.footnotes().forEach(note -> blocks.add(editionFormat.caveat(note)));
    return blocks;
  }
}
