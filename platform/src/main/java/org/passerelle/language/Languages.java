package org.passerelle.language;

import java.util.List;

/**
 * The application's languages: the folders {@code en}, {@code fr} and {@code sr} of {@code
 * resources/language}; Serbian Latin is derived. Letterboxes and the pages of tips have additional
 * languages, each a file of {@code resources/language/guest} with the texts of their pages only.
 */
public interface Languages {

  /** All languages, in the order of the language switch. */
  List<Language> all();

  /** The language with this tag, or English. */
  Language byTag(String tag);

  /**
   * Languages offered at a letterbox and to whoever sends a tip: the application's, and the
   * additional ones.
   */
  List<Language> guests();

  /** The one of {@link #guests()} with this tag, or English. */
  Language guest(String tag);

  /** The texts in a language; texts missing in an additional language are in English. */
  Texts texts(Language language);
}
