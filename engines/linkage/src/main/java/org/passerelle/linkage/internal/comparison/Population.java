package org.passerelle.linkage.internal.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All records of a linkage, value by value. Records of the right list follow those of the left.
 *
 * @param size how many records
 * @param left how many of them are of the left list; all of them where one list is deduplicated
 * @param sources what a person has at most one record in, by record; empty if there is no such
 *     thing
 */
public record Population(int size, int left, List<Trait> traits, int[] sources) {
  /** Whether two lists are linked, so that only pairs across them count. */
  public boolean isTwoLists() {
    return left < size;
  }

  /** Whether a pair counts at all. */
  public boolean isPair(int i, int j) {
    return i != j && (!isTwoLists() || i < left != j < left);
  }

  /** How many pairs count. */
  public double pairs() {
    return isTwoLists() ? (double) left * (size - left) : size * (size - 1.0) / 2;
  }

  /** What the levels of each trait mean, by its label, in order. */
  public Map<String, List<String>> levels() {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    traits.forEach(trait -> levels.put(trait.label(), trait.comparison().levels()));
    return levels;
  }

  /** The place of the trait of a kind, or -1. */
  public int indexOf(org.passerelle.linkage.AttributeKind kind) {
    for (int t = 0; t < traits.size(); t++) {
      if (traits.get(t).kind() == kind) {
        return t;
      }
    }
    return -1;
  }
}
