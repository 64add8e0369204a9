package org.passerelle.understand.dossier.chapter;

import java.util.Map;

/**
 * The team's words for the codes in a dossier. The writer of the anonymised edition never receives
 * it. Victims are not in it: they are called V-1 and so on in every edition but the anonymised one,
 * which does not number them.
 *
 * @param words by code: {@code A-3} an actor, {@code F-1} a family, {@code P-2} a place, {@code
 *     B-1} a place of birth, {@code R-1} a role, {@code K-1} a kind of tie, {@code S-4} a source,
 *     {@code G-1} a grid
 */
public record Legend(Map<String, String> words) {
  public Legend {
    words = Map.copyOf(words);
  }

  /** The team's words, or the code if there are none. */
  public String word(String code) {
    return words.getOrDefault(code, code);
  }
}
