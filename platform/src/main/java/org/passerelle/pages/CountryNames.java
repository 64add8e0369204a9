package org.passerelle.pages;

import java.util.Optional;
import org.passerelle.language.Language;

/**
 * What countries are called today, with the footnote that belongs to some. The room partner knows.
 */
public interface CountryNames {
  /** The name in a language. */
  String name(String iso2, Language language);

  /** The footnote that belongs on every page that names it. */
  Optional<String> footnote(String iso2, Language language);

  /** The name, with an asterisk that leads to the footnote where there is one. */
  default String marked(String iso2, Language language) {
    return name(iso2, language) + (footnote(iso2, language).isPresent() ? "*" : "");
  }
}
