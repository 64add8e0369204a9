package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Findings;

/** Appendix: methods, terms and sources. */
final class MethodsChapter extends WrittenChapter {
  private static final int SOURCES = 9;

  MethodsChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(pen.paragraph(pen.text("dossier.methods.what")));
    List<List<String>> words = new ArrayList<>();
    for (String measure :
        List.of("degree", "betweenness", "closeness", "constraint", "core", "cut")) {
      words.add(
          List.of(
              pen.text("dossier.measure." + measure),
              pen.text("dossier.measure." + measure + ".what")));
    }
    for (String word : List.of("index", "groups", "fragmentation", "reach", "stability")) {
      words.add(
          List.of(pen.text("dossier.word." + word), pen.text("dossier.word." + word + ".what")));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.methods.words"),
            List.of(pen.text("dossier.col.word"), pen.text("dossier.col.meaning")),
            words,
            2,
            pen.text("dossier.none")));
    blocks.add(new Block.Heading(pen.text("dossier.methods.papers")));
    List<String> papers = new ArrayList<>();
    for (int i = 1; i <= SOURCES; i++) {
      papers.add(pen.text("dossier.paper." + i));
    }
    blocks.add(new Block.Points(papers));
    pen.footnotes().forEach(note -> blocks.add(pen.caveat(note)));
    return blocks;
  }
}
