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
 * @param by who wrote it, by function
 * @param signatory who signs it, or null
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
    @Nullable Signatory signatory,
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
  /** Letters that the cover holds in its closest setting, with a little room. */
  private static final int COVER = 3_300;

  /** Width and height of a picture beside the text, and the space around it, in mm. */
  private static final double WIDEST = 55;

  private static final double HIGHEST = 78;
  private static final double LEAST = 40;
  private static final double GAP = 8;

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
  public record Picture(String source, String alt, String credit, int width, int height) {
    /** Whether it is higher than wide. It then stands beside the text, not across it. */
    public boolean portrait() {
      return height > width;
    }
  }

  /** The same without the note on status. */
  Section withoutAsterisk() {
    return new Section(
        id,
        type,
        kicker,
        heading,
        contents,
        newPage,
        by,
        signatory,
        text,
        asideHeading,
        aside,
        quote,
        quoteSource,
        caption,
        picture,
        footnotes,
        "",
        body);
  }

  /** Whether its picture stands beside the text. */
  public boolean portrait() {
    return picture != null && picture.portrait();
  }

  /** Width in print of a picture that stands beside the text, in mm. */
  public double beside() {
    return picture == null
        ? 0
        : Math.round(Math.min(WIDEST, high() * picture.width / picture.height) * 10) / 10.0;
  }

  /** On the cover a long text leaves less room for a picture; both have to fit on it. */
  private double high() {
    double left = Columns.millimetres(COVER - letters(text) - signed()) - GAP;
    return type.equals("editorial") ? Math.max(LEAST, Math.min(HIGHEST, left)) : HIGHEST;
  }

  /** What a picture beside the text takes from it, in letters. */
  int besideText() {
    return picture != null && picture.portrait()
        ? Columns.letters(beside() * picture.height / picture.width + GAP)
        : 0;
  }

  /** What whoever signs it takes of the page, in letters. */
  int signed() {
    return signatory == null ? 0 : signatory.letters();
  }

  /** Length of a text, with the ends of its paragraphs. */
  static int letters(List<Paragraph> text) {
    return text.stream().mapToInt(p -> p.length() + 20).sum();
  }

  /** Paragraphs in two columns of similar length; the second is empty for a short text. */
  public List<List<Paragraph>> columns() {
    return Columns.of(text, besideText());
  }
}
