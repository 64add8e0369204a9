package org.passerelle.pages;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import org.passerelle.language.Language;

/**
 * An option of a form.
 *
 * @param value submitted value
 * @param label label in the user's language
 */
public record Option(String value, String label) {

  /** Sorts by label according to the language. */
  public static Comparator<Option> byLabel(Language language) {
    Collator collator = Collator.getInstance(language.locale());
    return (one, other) -> collator.compare(one.label, other.label);
  }
}
