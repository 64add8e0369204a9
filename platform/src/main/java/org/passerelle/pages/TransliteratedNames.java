package org.passerelle.pages;

import java.util.function.BooleanSupplier;
import org.passerelle.language.Language;
import org.passerelle.language.NameScript;

/**
 * Transliterated names of persons beside the original spelling, for users who want them. The
 * setting is read once, and only on pages that show a name. For a single page.
 */
public final class TransliteratedNames {
  /** For pages without names, and for users who do not want it. */
  public static final TransliteratedNames NONE =
      new TransliteratedNames(new Language("en"), () -> false);

  private final Language language;
  private final BooleanSupplier wished;
  private boolean asked;
  private boolean wishes;

  TransliteratedNames(Language language, BooleanSupplier wished) {
    this.language = language;
    this.wished = wished;
  }

  /** The name in the user's script; empty if it is in that script already or not wanted. */
  public String of(String name) {
    if (!asked) {
      asked = true;
      wishes = wished.getAsBoolean();
    }
    return wishes ? NameScript.beside(name, language) : "";
  }
}
