package org.passerelle.steer.letter.web;

import gg.jte.Content;
import java.util.List;
import org.passerelle.steer.letter.Terms;

/**
 * A block as it is being written.
 *
 * @param language BCP 47 tag of the edition
 * @param page as a page shows it; empty for paper
 * @param sheets {@code data:} addresses of pictures of its sheets; none for a page
 */
public record ProofPage(String language, Terms.Page page, List<String> sheets) {
  public ProofPage {
    sheets = List.copyOf(sheets);
  }

  /** The page without escaping: the templates of the letter wrote it. */
  public Content content() {
    return output -> output.writeContent(page.html());
  }
}
