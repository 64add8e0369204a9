package org.passerelle.protect.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of a person as entered.
 *
 * @param gender code, or null if unknown
 * @param mightBeMinor the caseworker's answer to “might they be under 18?”: {@code yes}, {@code
 *     no}, {@code not_sure}; used only if date of birth and estimate leave the question open
 */
public record PersonDraft(
    Identity identity,
    Contact contact,
    @Nullable String gender,
    String mightBeMinor,
    List<String> nationalities,
    List<String> languages) {
  public PersonDraft {
    nationalities = List.copyOf(nationalities);
    languages = List.copyOf(languages);
  }
}
