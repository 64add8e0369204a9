package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Texts;

/**
 * An issue in one language, composed and ready for layout. Immutable.
 *
 * @param texts texts of the layout
 * @param number number of the issue
 * @param series title of the letter
 * @param masthead who publishes it
 * @param date month and year
 * @param title title on the cover
 * @param theme theme of the issue
 * @param footer lines at the foot of every page
 * @param sections sections in order; the first is the cover's
 */
public record Edition(
    Language language,
    Texts texts,
    int number,
    String series,
    Masthead masthead,
    String date,
    String title,
    String theme,
    List<String> footer,
    List<Section> sections) {
  public Edition {
    footer = List.copyOf(footer);
    sections = List.copyOf(sections);
  }

  /** A text of the layout. */
  public String word(String key, Object... arguments) {
    return texts.text("letter." + key, arguments);
  }

  /** The note on status, if a section names Kosovo; else empty. */
  String status() {
    return sections.stream()
        .map(Section::asterisk)
        .filter(note -> !note.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The edition with the note on status only below the section that needs it first. */
  Edition noted() {
    List<Section> once = new ArrayList<>();
    boolean noted = false;
    for (Section section : sections) {
      once.add(noted ? section.withoutAsterisk() : section);
      noted |= !section.asterisk().isEmpty();
    }
    return new Edition(language, texts, number, series, masthead, date, title, theme, footer, once);
  }

  /** Sections listed in the contents. */
  public List<Section> contents() {
    return sections.stream().filter(section -> !section.contents().isEmpty()).toList();
  }

  /** The band of figures after the editorial: in print it is on the cover. */
  public @Nullable Section coverFigures() {
    return sections.size() > 1
            && sections.get(0).type().equals("editorial")
            && sections.get(1).body() instanceof Body.Figures figures
            && figures.figures().size() <= 4
        ? sections.get(1)
        : null;
  }

  /** The document's title: „Quarterly letter no. 12, April 2019”. */
  public String documentTitle() {
    return word("document-title", series, Integer.toString(number), date);
  }

  /**
   * Density of the cover's text, so that it fits on the cover: {@code roomy}, {@code usual}, {@code
   * close} or {@code dense}.
   */
  public String coverFit() {
    int length =
        sections.isEmpty()
            ? 0
            : Section.letters(sections.get(0).text())
                + sections.get(0).besideText()
                + sections.get(0).signed();
    return length < 1800 ? "roomy" : length < 2300 ? "usual" : length < 2800 ? "close" : "dense";
  }
}
