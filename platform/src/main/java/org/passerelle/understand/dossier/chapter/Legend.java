package org.passerelle.understand.dossier.chapter;

import java.util.Map;

/**
 * What the team calls what stands in a dossier under a code. Whoever writes the anonymised edition
 * is never given it. Victims stand in no legend: V-1 is what they are called in every edition but
 * that one, which does not number them.
 *
 * @param words by code: {@code A-3} an actor, {@code F-1} a family, {@code P-2} a place, {@code
 *     B-1} a place of birth, {@code R-1} a role, {@code K-1} a kind of tie, {@code S-4} a source,
 *     {@code G-1} a grid
 */
public record Legend(Map<String, String> words) {
  public Legend {
    words = Map.copyOf(words);
  }

  /** The team's words, or the code where there are none. */
  public String word(String code) {
    return words.getOrDefault(code, code);
  }
}
