package org.passerelle.steer.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of an issue, composed. Texts that the block does not have are empty. Immutable.
 *
 * @param id within the page
 * @param type code of the block's type
 * @param contents its line in the contents, or empty
 * @param newPage whether it begins a page in print
 * @param by who signs, by function
 * @param asterisk the note on status that belongs where Kosovo is named, or empty
 * @param body what is drawn from the register
 */
public record Section(
    String id,
    String type,
    String kicker,
    String heading,
    String contents,
    boolean newPage,
    String by,
    List<Paragraph> text,
    String asideHeading,
    List<Paragraph> aside,
    String quote,
    String quoteSource,
    String caption,
    @Nullable Picture picture,
    List<String> footnotes,
    String asterisk,
    Body body) {
  public Section {
    text = List.copyOf(text);
    aside = List.copyOf(aside);
    footnotes = List.copyOf(footnotes);
  }

  /**
   * A picture within the block.
   *
   * @param source a {@code data:} address
   * @param alt what it shows, or empty if it only decorates
   */
  public record Picture(String source, String alt, String credit, int width, int height) {}

  /** Paragraphs in two columns of about the same length; the second is empty for a short text. */
  public List<List<Paragraph>> columns() {
    return Columns.of(text);
  }
}
