package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Endings that change with sex or language, and those that make another first name. */
final class Endings {
  /** A pair of endings; each fits at the end of a word with so many sounds before it. */
  record Pair(String a, String b, int stem, double weight, long languages) {
    boolean endsInA(String sounds) {
      return fits(sounds, a);
    }

    boolean endsInB(String sounds) {
      return fits(sounds, b);
    }

    private boolean fits(String sounds, String ending) {
      return sounds.length() - ending.length() >= stem && sounds.endsWith(ending);
    }
  }

  private final List<Pair> family = new ArrayList<>();
  private final List<Pair> other = new ArrayList<>();
  private final List<String> familyEndings;

  Endings(Orthographies orthographies) {
    RuleFile file = RuleFile.read("names/endings.yaml");
    Set<String> endings = new LinkedHashSet<>();
    for (RuleFile rule : file.parts("same_family")) {
      long languages = 0;
      for (String language : rule.texts("languages")) {
        languages |= orthographies.bit(language);
      }
      Pair pair = pair(rule, rule.number("weight"), languages);
      family.add(pair);
      endings.add(pair.a);
      endings.add(pair.b);
    }
    for (RuleFile rule : file.parts("other_name")) {
      other.add(pair(rule, 1, ~0L));
    }
    endings.remove("");
    familyEndings =
        endings.stream()
            .sorted(java.util.Comparator.<String>comparingInt(e -> -e.length()))
            .toList();
  }

  private static Pair pair(RuleFile rule, double weight, long languages) {
    return new Pair(rule.text("a"), rule.text("b"), (int) rule.number("stem"), weight, languages);
  }

  Pair family(int number) {
    return family.get(number);
  }

  Pair other(int number) {
    return other.get(number);
  }

  /** Bits of the rules whose first, or second, ending a word's sounds have. */
  static long bits(List<Pair> rules, String sounds, boolean first) {
    long bits = 0;
    for (int i = 0; i < rules.size(); i++) {
      Pair pair = rules.get(i);
      if (first ? pair.endsInA(sounds) : pair.endsInB(sounds)) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  List<Pair> family() {
    return family;
  }

  List<Pair> other() {
    return other;
  }

  /** The sounds without the longest ending of a family's name that leaves three; else empty. */
  String stem(String sounds) {
    for (String ending : familyEndings) {
      if (sounds.endsWith(ending) && sounds.length() - ending.length() >= 3) {
        return sounds.substring(0, sounds.length() - ending.length());
      }
    }
    return "";
  }
}
