package org.passerelle.understand.dossier.edition;

import java.util.List;

/**
 * A dossier as a document.
 *
 * @param language BCP 47 tag
 * @param facts facts on the cover: label and value
 * @param care handling instructions
 * @param footer footer of each printed page
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
   * A chapter; the appendix has no number.
   *
   * @param id its anchor on the page
   */
  public record Chapter(String id, String number, String heading, String lede, List<Block> blocks) {
    public Chapter {
      blocks = List.copyOf(blocks);
    }
  }
}
