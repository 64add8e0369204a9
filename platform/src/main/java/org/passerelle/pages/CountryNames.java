package org.passerelle.pages;

import java.util.Optional;
import org.passerelle.language.Language;

/** Current names of countries, with footnotes. Implemented by the module partner. */
public interface CountryNames {
  /** The name in a language. */
  String name(String iso2, Language language);

  /** The footnote required on every page that names it. */
  Optional<String> footnote(String iso2, Language language);

  /** The name, with an asterisk that links to the footnote if there is one. */
  default String marked(String iso2, Language language) {
    return name(iso2, language) + (footnote(iso2, language).isPresent() ? "*" : "");
  }
}
