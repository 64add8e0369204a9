package org.passerelle.understand.dossier.edition;

import java.util.List;

/**
 * A dossier as it is read.
 *
 * @param language BCP 47 tag
 * @param facts of the cover: a word and what belongs to it
 * @param care how it must be handled
 * @param footer on each page of paper
 */
public record Document(
    String language,
    Edition edition,
    String title,
    String subtitle,
    List<List<String>> facts,
    String care,
    List<String> footer,
    String contents,
    List<Chapter> chapters) {
  public Document {
    facts = facts.stream().map(List::copyOf).toList();
    footer = List.copyOf(footer);
    chapters = List.copyOf(chapters);
  }

  /**
   * A chapter; the appendix is one without a number.
   *
   * @param id of its place on the page
   */
  public record Chapter(String id, String number, String heading, String lede, List<Block> blocks) {
    public Chapter {
      blocks = List.copyOf(blocks);
    }
  }
}
