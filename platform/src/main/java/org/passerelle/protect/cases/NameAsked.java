package org.passerelle.protect.cases;

import java.util.List;
import org.passerelle.linkage.names.RegionalNames;

/** A name as somebody typed it to find a person: in any script, spelling and order. */
final class NameAsked {
  private static final RegionalNames NAMES = RegionalNames.load();
  private final String text;
  private final List<String> words;

  NameAsked(String text) {
    this.text = text;
    this.words = NAMES.words(text);
  }

  /**
   * Log-odds (nats) that one of a person's names is meant, the largest; below 0 if none is. Each
   * word that was typed must be in the name; the name may have more.
   */
  double evidence(Identity identity) {
    double best = -1;
    for (Identity.Name name : identity.names()) {
      best = Math.max(best, evidence(name.text()));
    }
    return best;
  }

  private double evidence(String name) {
    double sum = 0;
    List<String> has = NAMES.words(name);
    for (String word : words) {
      double nearest =
          has.stream()
              .mapToDouble(other -> NAMES.compareWords(word, other).evidence())
              .max()
              .orElse(-1);
      if (nearest < 0) {
        // perhaps joined or parted
        return words.size() == 1 && has.size() == 1
            ? -1
            : NAMES.comparePersons(text, name).logOdds();
      }
      sum += nearest;
    }
    return sum;
  }
}
