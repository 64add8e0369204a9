package org.passerelle.language;

import java.util.List;

/**
 * The languages of the house: each folder of {@code resources/language} is one; Serbian Latin is
 * derived.
 */
public interface Languages {

  /** All, in the order of the switch on every page. */
  List<Language> all();

  /** The one with this tag, or English. */
  Language byTag(String tag);

  /** The strings in one language. */
  Texts texts(Language language);
}
