package org.passerelle.pages;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import org.passerelle.language.Language;

/**
 * A choice in a form.
 *
 * @param value that is sent
 * @param label in the reader's language
 */
public record Option(String value, String label) {

  /** Sorts as the language sorts words. */
  public static Comparator<Option> byLabel(Language language) {
    Collator collator = Collator.getInstance(language.locale());
    return (one, other) -> collator.compare(one.label, other.label);
  }
}
