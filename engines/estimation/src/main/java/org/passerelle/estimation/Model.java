package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A hierarchical log-linear model: a family of subsets of the lists that contains the empty set,
 * every single list, and with each subset all of its subsets. Immutable.
 *
 * <p>Its name lists its maximal members, {@code [123,34,5]}: lists by number from 1, larger members
 * first.
 */
public final class Model {
  private static final Comparator<Integer> BY_SIZE =
      Comparator.comparingInt((Integer m) -> Integer.bitCount(m)).thenComparing(Model::digits);
  private final int lists;
  private final int[] terms;

  private Model(int lists, int[] terms) {
    this.lists = lists;
    this.terms = terms;
  }

  /** The model of independent lists. */
  public static Model independence(int lists) {
    return with(lists, List.of());
  }

  /**
   * The smallest hierarchical model that contains the given subsets (bit j − 1 stands for list j).
   * Order of the terms: empty set, single lists, then the given ones and their subsets.
   */
  public static Model with(int lists, List<Integer> subsets) {
    List<Integer> all = new ArrayList<>();
    all.add(0);
    for (int j = 0; j < lists; j++) {
      all.add(1 << j);
    }
    for (int subset : subsets) {
      if (subset < 0 || subset >= 1 << lists) {
        throw new IllegalArgumentException(
            "%d is not a subset of %d lists. Maybe a bit too many is set."
                .formatted(subset, lists));
      }
      List<Integer> parts = new ArrayList<>();
      for (int part = subset; part > 0; part = (part - 1) & subset) {
        if (!all.contains(part)) {
          parts.add(part);
        }
      }
      parts.sort(BY_SIZE);
      all.addAll(parts);
    }
    return new Model(lists, all.stream().mapToInt(Integer::intValue).toArray());
  }

  /** For terms known to be hierarchical, empty set and singles first. */
  static Model ofTerms(int lists, int[] terms) {
    return new Model(lists, terms.clone());
  }

  /** Number of lists. */
  public int lists() {
    return lists;
  }

  /** All members as masks, the empty set and the single lists first. */
  public int[] terms() {
    return terms.clone();
  }

  /** Members with two or more lists, in the order of their selection. */
  public List<Integer> interactions() {
    return Arrays.stream(terms).filter(m -> Integer.bitCount(m) > 1).boxed().toList();
  }

  /** The interactions by the names of the lists: {@code police:ngo}. */
  public List<String> interactions(List<String> names) {
    return interactions().stream().map(m -> named(m, names, ":")).toList();
  }

  static String named(int mask, List<String> names, String between) {
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      if ((mask >> j & 1) != 0) {
        parts.add(names.get(j));
      }
    }
    return String.join(between, parts);
  }

  /** The name by its maximal members. */
  public String name() {
    return Arrays.stream(terms)
        .filter(m -> m != 0 && Arrays.stream(terms).noneMatch(o -> o != m && (o & m) == m))
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer m) -> -Integer.bitCount(m))
                .thenComparing(Model::digits))
        .map(Model::digits)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String digits(int mask) {
    StringBuilder digits = new StringBuilder();
    for (int j = 0; mask >> j != 0; j++) {
      if ((mask >> j & 1) != 0) {
        digits.append(j + 1);
      }
    }
    return digits.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Model m
        && m.lists == lists
        && Arrays.equals(sorted(m.terms), sorted(terms));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted(terms));
  }

  private static int[] sorted(int[] values) {
    int[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  @Override
  public String toString() {
    return name();
  }
}
