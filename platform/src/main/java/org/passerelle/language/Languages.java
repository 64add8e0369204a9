package org.passerelle.language;

import java.util.List;

/**
 * The languages of the house: the folders {@code en}, {@code fr} and {@code sr} of {@code
 * resources/language}; Serbian Latin is derived. The readers of letterboxes have some more, each a
 * file of {@code resources/language/guest} that holds the texts of their pages alone.
 */
public interface Languages {

  /** All, in the order of the switch on every page. */
  List<Language> all();

  /** The one with this tag, or English. */
  Language byTag(String tag);

  /** What the reader of a letterbox chooses from: those of the house, and the further ones. */
  List<Language> guests();

  /** The one of {@link #guests()} with this tag, or English. */
  Language guest(String tag);

  /** The strings in one language; of a further one what is not among them is English. */
  Texts texts(Language language);
}
