package org.passerelle.linkage.names.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two sounds heard as one, or as two others; in either direction. */
final class Merges {
  private final int size;
  private final short[] pairs;
  private final double[] one;
  private final double[] two;
  private final int count;

  Merges(Sounds sounds, List<RuleFile> rules, boolean greek) {
    size = sounds.size();
    pairs = new short[size * size];
    Arrays.fill(pairs, (short) -1);
    Map<Integer, Integer> numbers = new HashMap<>();
    List<RuleFile> mine = rules.stream().filter(r -> greek || !r.has("with")).toList();
    for (RuleFile rule : mine) {
      for (String side : rule.texts("pair")) {
        if (side.length() == 2) {
          int key = sounds.code(side.charAt(0)) * size + sounds.code(side.charAt(1));
          numbers.putIfAbsent(key, numbers.size());
        }
      }
    }
    count = numbers.size();
    numbers.forEach((key, number) -> pairs[key] = number.shortValue());
    one = new double[count * size];
    two = new double[count * count];
    Arrays.fill(one, Sounds.FAR);
    Arrays.fill(two, Sounds.FAR);
    for (RuleFile rule : mine) {
      add(sounds, rule.texts("pair"), rule.number("cost"));
    }
  }

  /** Of a pair that stands twice the first counts. */
  private void add(Sounds sounds, List<String> sides, double cost) {
    int a = number(sounds, sides.get(0));
    String other = sides.get(1);
    if (other.length() == 1) {
      int at = a * size + sounds.code(other.charAt(0));
      one[at] = one[at] < Sounds.FAR ? one[at] : cost;
    } else {
      int b = number(sounds, other);
      int at = a * count + b;
      double kept = two[at] < Sounds.FAR ? two[at] : cost;
      two[at] = kept;
      two[b * count + a] = kept;
    }
  }

  private int number(Sounds sounds, String pair) {
    return pairs[sounds.code(pair.charAt(0)) * size + sounds.code(pair.charAt(1))];
  }

  /** Number of a pair of sounds that some rule names; else -1. */
  int pair(int a, int b) {
    return a < size && b < size ? pairs[a * size + b] : -1;
  }

  double one(int pair, int sound) {
    return sound < size ? one[pair * size + sound] : Sounds.FAR;
  }

  double two(int pair, int other) {
    return two[pair * count + other];
  }
}
