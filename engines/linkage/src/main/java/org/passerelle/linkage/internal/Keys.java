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

  /**
   * Pairs of a key for each record of a long list that has it; more where it has it several times,
   * as pairs are then met several times.
   */
  private static final double WIDE = 1.5;

  /**
   * What part of its pairs has to be in blocks that are taken, of a key by one thing and by two.
   */
  private static final double TELLING_ALONE = 0.5;

  private static final double TELLING = 0.02;

  /** Pairs for each record where it is less. */
  private static final double SPARING = 0.05;

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

  /** The keys of a population, those of one thing first. */
  public static List<Key> of(Population population) {
    return population.size() > NearPairs.ALL ? wide(population) : all(population);
  }

  /** All keys there are. */
  static List<Key> all(Population population) {
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

  /**
   * Of a long list: what demands least. Whoever shares a name as it is written shares its sound; of
   * two traits only the widest thing that can be shared is a key, and both names by their bones.
   */
  static List<Key> wide(Population population) {
    List<Key> keys = new ArrayList<>();
    for (Tokens token : Tokens.of(population)) {
      if (!token.weak()) {
        keys.add(new Key(token, token, 0));
      }
    }
    for (List<Tokens> tokens : List.of(Tokens.wide(population), Tokens.bones(population))) {
      for (int a = 0; a < tokens.size(); a++) {
        for (int b = a + 1; b < tokens.size(); b++) {
          keys.add(new Key(tokens.get(a), tokens.get(b), 1));
        }
      }
    }
    return keys;
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
    int most = records <= 60_000 || records > NearPairs.ALL ? 400 : 60;
    int[] used = new int[keys.size()];
    int n = 0;
    for (int k = 0; k < used.length && n < most; k++) {
      if (!keys.get(k).isNeedless(complete)) {
        used[n++] = k;
      }
    }
    return java.util.Arrays.copyOf(used, n);
  }

  /**
   * The size of the largest block of a key that is taken: as large as the budget allows. In a long
   * list a key of which that is next to nothing tells little by the rest of it either, and gets
   * less.
   */
  public static int cap(Key key, Blocks.Sizes sizes, int records) {
    if (records <= NearPairs.ALL) {
      return sizes.cap((long) Math.max(1000, (records <= 60_000 ? 10.0 : 3.0) * records));
    }
    double once = Math.min(sizes.entries(), records);
    int cap = sizes.cap((long) Math.max(WIDE * once, WIDE / 3 * sizes.entries()));
    boolean telling = sizes.share(cap) >= (key.alone() ? TELLING_ALONE : TELLING);
    return telling ? cap : sizes.cap((long) (SPARING * records));
  }
}
