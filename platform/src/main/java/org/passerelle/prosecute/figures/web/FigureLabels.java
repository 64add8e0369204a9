package org.passerelle.prosecute.figures.web;

import java.util.Optional;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.prosecute.figures.Course;

/** Figures of the room in the words of one reader. */
record FigureLabels(CodeOptions options, CountryNames countries, Page page) {
  String text(String key, Object... values) {
    return page.text("prosecute.figures." + key, values);
  }

  /** A count; -1 is withheld. */
  String count(long count) {
    return count < 0 ? page.text("figures.withheld") : page.text("figures.number", count);
  }

  /** A median; empty if it is not told. */
  String days(long days) {
    return days < 0 ? "" : page.text("figures.days", days);
  }

  /** The label of a row. */
  String code(String by, String code) {
    return switch (code) {
      case Course.POOLED -> text("pooled");
      case "unknown" -> page.text("form.not-known");
      case "legal" -> text("legal");
      default -> known(by, code);
    };
  }

  private String known(String by, String code) {
    return switch (by) {
      case "country", "citizenship" -> countries.marked(code, page.language());
      case "form" -> options.label("forms_of_exploitation", code, page.language());
      case "year" -> code.equals("before") ? text("before") : code;
      default -> text(by + "." + code);
    };
  }

  /** What must be said where a country is named. */
  Optional<String> note(String by, String code) {
    return by.equals("country") || by.equals("citizenship")
        ? countries.footnote(code, page.language())
        : Optional.empty();
  }
}
