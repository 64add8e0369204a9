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

  /** Stands for the last sound of an empty ending. */
  private static final char ANY = 0;

  private final List<Pair> family = new ArrayList<>();
  private final List<Pair> other = new ArrayList<>();
  private final List<String> familyEndings;
  private final LetterTable<Long> familyA;
  private final LetterTable<Long> familyB;
  private final LetterTable<Long> otherA;
  private final LetterTable<Long> otherB;

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
    familyA = byLast(family, true);
    familyB = byLast(family, false);
    otherA = byLast(other, true);
    otherB = byLast(other, false);
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

  /** Bits of the rules of surnames whose first, or second, ending a word's sounds have. */
  long familyBits(String sounds, boolean first) {
    return bits(family, first ? familyA : familyB, sounds, first);
  }

  /** The same of first names. */
  long otherBits(String sounds, boolean first) {
    return bits(other, first ? otherA : otherB, sounds, first);
  }

  private static long bits(
      List<Pair> rules, LetterTable<Long> byLast, String sounds, boolean first) {
    Long likely = sounds.isEmpty() ? null : byLast.get(sounds.charAt(sounds.length() - 1));
    Long always = byLast.get(ANY);
    long rest = (likely == null ? 0 : likely) | (always == null ? 0 : always);
    long bits = 0;
    for (; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      Pair pair = rules.get(i);
      if (first ? pair.endsInA(sounds) : pair.endsInB(sounds)) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  /** Which rules have an ending with this last sound. */
  private static LetterTable<Long> byLast(List<Pair> rules, boolean first) {
    LetterTable<Long> table = new LetterTable<>();
    for (int i = 0; i < rules.size(); i++) {
      String ending = first ? rules.get(i).a : rules.get(i).b;
      char last = ending.isEmpty() ? ANY : ending.charAt(ending.length() - 1);
      Long before = table.get(last);
      table.put(last, (before == null ? 0 : before) | (1L << i));
    }
    return table;
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
