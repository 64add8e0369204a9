package org.passerelle.protect.casefile;

import java.util.Base64;
import java.util.List;
import org.passerelle.paper.Paper;

/**
 * What is set on paper.
 *
 * @param language BCP 47 tag
 * @param title of the document
 * @param lines below the title
 * @param footer on each page: who, when, which case
 * @param parts one after the other
 * @param footnotes that belong to names of countries
 */
public record Sheet(
    String language,
    String title,
    List<String> lines,
    List<String> footer,
    List<Part> parts,
    List<String> footnotes) {
  public Sheet {
    lines = List.copyOf(lines);
    footer = List.copyOf(footer);
    parts = List.copyOf(parts);
    footnotes = List.copyOf(footnotes);
  }

  /** The same as an accessible PDF; takes a while, so not within a transaction. */
  public byte[] pdf() {
    return Paper.pdf(language, SheetTemplate.of(this));
  }

  /**
   * A part under its heading.
   *
   * @param empty sentence that stands where there are no rows
   * @param rows a word and what belongs to it
   */
  public record Part(String id, String heading, String empty, List<Row> rows) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A word and what belongs to it.
   *
   * @param pictures below the paragraphs
   */
  public record Row(String term, List<String> paragraphs, List<Picture> pictures) {
    public Row {
      paragraphs = List.copyOf(paragraphs);
      pictures = List.copyOf(pictures);
    }

    public Row(String term, List<String> paragraphs) {
      this(term, paragraphs, List.of());
    }
  }

  /**
   * A picture.
   *
   * @param said under it, and to whoever does not see it
   * @param data address that holds it, {@code data:image/png;base64,…}
   */
  public record Picture(String said, String data) {
    static Picture of(String said, String type, byte[] content) {
      return new Picture(
          said, "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
    }
  }
}
