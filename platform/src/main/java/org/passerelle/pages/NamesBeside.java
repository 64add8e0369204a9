package org.passerelle.pages;

import java.util.function.BooleanSupplier;
import org.passerelle.language.Language;
import org.passerelle.language.NameScript;

/**
 * Names of persons in the reader's script, beside the names as they are written, for readers who
 * wish it. Whether they do is asked only on pages that show a name, once. For one page.
 */
public final class NamesBeside {
  /** For pages that show no name, and for readers who did not ask for it. */
  public static final NamesBeside NONE = new NamesBeside(new Language("en"), () -> false);

  private final Language language;
  private final BooleanSupplier wished;
  private boolean asked;
  private boolean wishes;

  NamesBeside(Language language, BooleanSupplier wished) {
    this.language = language;
    this.wished = wished;
  }

  /** The name in the reader's script; empty if it stands in it already or nobody wished for it. */
  public String of(String name) {
    if (!asked) {
      asked = true;
      wishes = wished.getAsBoolean();
    }
    return wishes ? NameScript.beside(name, language) : "";
  }
}
