package org.passerelle.protect.casework.casefile;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.passerelle.paper.Paper;

/**
 * A document to be printed.
 *
 * @param language BCP 47 tag
 * @param title title of the document
 * @param lines lines below the title
 * @param footer footer of each page: who printed it, when, which case
 * @param parts sections in order
 * @param footnotes footnotes on names of countries
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

  /** The document as an accessible PDF; slow, so it must not be called within a transaction. */
  public byte[] pdf() {
    return Paper.pdf(language, SheetTemplate.of(this));
  }

  /**
   * A section with its heading.
   *
   * @param empty sentence shown if there are no rows
   * @param rows rows of the section
   */
  public record Part(String id, String heading, String empty, List<Row> rows) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A term with its text.
   *
   * @param pictures pictures below the paragraphs
   */
  public record Row(String term, List<String> paragraphs, List<Picture> pictures) {
    public Row {
      paragraphs = List.copyOf(paragraphs);
      pictures = List.copyOf(pictures);
    }

    public Row(String term, List<String> paragraphs) {
      this(term, paragraphs, List.of());
    }

    /** A term with the lines of these texts, empty ones left out. */
    public static Row of(String term, String... texts) {
      List<String> said = new ArrayList<>();
      for (String text : texts) {
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(said::add);
      }
      return new Row(term, said);
    }
  }

  /**
   * A picture.
   *
   * @param said caption and alternative text
   * @param data data URL, {@code data:image/png;base64,…}
   */
  public record Picture(String said, String data) {
    /** A picture of a media type. */
    public static Picture of(String said, String type, byte[] content) {
      return new Picture(
          said, "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
    }
  }
}
