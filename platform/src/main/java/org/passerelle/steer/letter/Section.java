package org.passerelle.steer.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composed block of an issue. Missing texts are empty. Immutable.
 *
 * @param id id within the page
 * @param type code of the block's type
 * @param contents its line in the table of contents, or empty
 * @param newPage whether it begins a new page in print
 * @param by signature, by function
 * @param asterisk the note on status required where Kosovo is named, or empty
 * @param body content from the register
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
   * @param alt description, or empty if it is decorative
   */
  public record Picture(String source, String alt, String credit, int width, int height) {}

  /** Paragraphs in two columns of similar length; the second is empty for a short text. */
  public List<List<Paragraph>> columns() {
    return Columns.of(text);
  }
}
