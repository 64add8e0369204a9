package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What two records have to share to be compared: one thing, or two at once. The fewer the records,
 * the more keys.
 */
public final class Keys {
  /** Records beyond which a block says nothing. */
  public static final int LARGEST_BLOCK = 400;

  private Keys() {}

  /** A key; the second is the first where one thing is enough. */
  public record Key(Tokens first, Tokens second, double cost) {
    boolean alone() {
      return cost == 0;
    }

    /** Whether others of its tokens have found all it could find. */
    boolean isNeedless(Set<String> complete) {
      return !alone() && (complete.contains(first.label()) || complete.contains(second.label()));
    }

    public String label() {
      return first.label();
    }
  }

  /** All keys, those of one thing first. */
  public static List<Key> of(Population population) {
    List<Tokens> tokens = Tokens.of(population);
    List<Key> all = new ArrayList<>();
    for (int a = 0; a < tokens.size(); a++) {
      Tokens first = tokens.get(a);
      if (!first.weak()) {
        all.add(new Key(first, first, 0));
      }
      for (int b = a + 1; b < tokens.size(); b++) {
        Tokens second = tokens.get(b);
        if (first.trait() != second.trait()) {
          all.add(new Key(first, second, (first.weak() ? 1 : 0) + (second.weak() ? 1 : 0) + 1));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Key::cost));
    return all;
  }

  /** How many of the keys find something by one thing alone. */
  public static int alone(List<Key> keys) {
    return (int) keys.stream().filter(Key::alone).count();
  }

  /**
   * The places of the keys that are used.
   *
   * @param complete labels of the keys by one thing of which no block was left out: together with
   *     another it finds nothing more
   */
  public static int[] used(List<Key> keys, Set<String> complete, int records) {
    int most = records <= 60_000 ? 400 : records > NearPairs.ALL ? 22 : 60;
    int[] used = new int[keys.size()];
    int n = 0;
    for (int k = 0; k < used.length && n < most; k++) {
      if (!keys.get(k).isNeedless(complete)) {
        used[n++] = k;
      }
    }
    return java.util.Arrays.copyOf(used, n);
  }

  /** Most pairs of a key. */
  public static long budget(int records) {
    double each = records <= 60_000 ? 10 : records > NearPairs.ALL ? 0.5 : 3;
    return (long) Math.max(1000, each * records);
  }
}
