package org.passerelle.steer.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Texts;

/**
 * An issue in one language, composed and ready to be set. Immutable.
 *
 * @param texts the layout's own words
 * @param number of the issue
 * @param series what the letter is called
 * @param date month and year
 * @param title on the cover
 * @param theme of the issue
 * @param footer lines at the foot of every page
 * @param sections in their order; the first is the cover's
 */
public record Edition(
    Language language,
    Texts texts,
    int number,
    String series,
    String date,
    String title,
    String theme,
    List<String> footer,
    List<Section> sections) {
  public Edition {
    footer = List.copyOf(footer);
    sections = List.copyOf(sections);
  }

  /** A word of the layout. */
  public String word(String key, Object... arguments) {
    return texts.text("letter." + key, arguments);
  }

  /** Sections that the contents name. */
  public List<Section> contents() {
    return sections.stream().filter(section -> !section.contents().isEmpty()).toList();
  }

  /** The band of figures that follows the editorial: in print it stands on the cover. */
  public @Nullable Section coverFigures() {
    return sections.size() > 1
            && sections.get(0).type().equals("editorial")
            && sections.get(1).body() instanceof Body.Figures figures
            && figures.figures().size() <= 4
        ? sections.get(1)
        : null;
  }

  /** What the document is called: „Quarterly letter no. 12, April 2019”. */
  public String documentTitle() {
    return word("document-title", series, Integer.toString(number), date);
  }

  /**
   * How large the cover's text is set, so that it stays on the cover: {@code roomy}, {@code usual},
   * {@code close} or {@code dense}.
   */
  public String coverFit() {
    int length =
        sections.isEmpty()
            ? 0
            : sections.get(0).text().stream().mapToInt(p -> p.length() + 20).sum();
    return length < 1800 ? "roomy" : length < 2300 ? "usual" : length < 2800 ? "close" : "dense";
  }
}
