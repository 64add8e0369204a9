package org.passerelle.linkage.names.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two sounds heard as one, or as two others; in either direction. */
final class Merges {
  private final int size;
  private final int[] pairs;
  private final int count;
  private final int[] everywhere;
  private final int[] withGreek;
  private final int[] two;

  Merges(Sounds sounds, List<RuleFile> rules) {
    size = sounds.size();
    pairs = new int[size * size];
    Arrays.fill(pairs, -1);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (RuleFile rule : rules) {
      for (String side : rule.texts("pair")) {
        if (side.length() == 2) {
          int key = sounds.code(side.charAt(0)) * size + sounds.code(side.charAt(1));
          numbers.putIfAbsent(key, numbers.size());
        }
      }
    }
    count = numbers.size();
    if (count > Byte.MAX_VALUE || size > Byte.MAX_VALUE) {
      throw new IllegalStateException(
          "There are %d sounds and %d pairs of them. Maybe keep them in wider arrays."
              .formatted(size, count));
    }
    numbers.forEach((key, number) -> pairs[key] = number);
    everywhere = new int[count * size];
    withGreek = new int[count * size];
    two = new int[count * count];
    Arrays.fill(everywhere, Sounds.FAR_UNITS);
    Arrays.fill(withGreek, Sounds.FAR_UNITS);
    Arrays.fill(two, Sounds.FAR_UNITS);
    rules.forEach(rule -> add(sounds, rule));
  }

  /** Of a pair that stands twice the first counts. */
  private void add(Sounds sounds, RuleFile rule) {
    List<String> sides = rule.texts("pair");
    int a = number(sounds, sides.get(0));
    String other = sides.get(1);
    int cost = Sounds.units(rule.number("cost"));
    if (other.length() == 1) {
      int at = a * size + sounds.code(other.charAt(0));
      withGreek[at] = withGreek[at] < Sounds.FAR_UNITS ? withGreek[at] : cost;
      everywhere[at] = rule.has("with") ? everywhere[at] : withGreek[at];
    } else {
      int b = number(sounds, other);
      int kept = two[a * count + b] < Sounds.FAR_UNITS ? two[a * count + b] : cost;
      two[a * count + b] = kept;
      two[b * count + a] = kept;
    }
  }

  private int number(Sounds sounds, String pair) {
    return pair(sounds.code(pair.charAt(0)), sounds.code(pair.charAt(1)));
  }

  /** Number of a pair of sounds that some rule names; else -1. */
  int pair(int a, int b) {
    return pairs[a * size + b];
  }

  /** What one sound for a pair costs, by pair and sound. */
  int[] one(boolean greek) {
    return greek ? withGreek : everywhere;
  }

  int two(int pair, int other) {
    return two[pair * count + other];
  }
}
