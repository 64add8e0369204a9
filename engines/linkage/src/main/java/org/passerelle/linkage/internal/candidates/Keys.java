package org.passerelle.linkage.internal.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.Population;

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

  /** Records up to which a key may give many pairs for each; nearness finds the same beyond. */
  private static final int MANY = 20_000;

  private static final double PAIRS_OF_FEW = 10;
  private static final double PAIRS_OF_MANY = 3;

  private Keys() {}

  /**
   * A key; the second is the first where one thing is enough.
   *
   * @param third what has to be shared as well, as two things are shared by too many
   * @param either whether the first of one record may be the second of the other
   */
  public record Key(
      Tokens first, Tokens second, Optional<Tokens> third, boolean either, double cost) {
    Key(Tokens first, Tokens second, double cost) {
      this(first, second, Optional.empty(), false, cost);
    }

    Key and(Tokens more) {
      return new Key(first, second, Optional.of(more), either, cost);
    }

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
  public static List<Key> all(Population population) {
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
   * Of a long list: what demands least. Names count by the consonant skeleton of their words,
   * whichever column they stand in, which is one thing to look up where sounds are ten; both names
   * together by their sounds as well. What two things leave together too many is looked up by a
   * third.
   */
  public static List<Key> wide(Population population) {
    List<Key> keys = new ArrayList<>();
    for (Tokens token : Tokens.alone(population)) {
      keys.add(new Key(token, token, 0));
    }
    List<Tokens> wide = Tokens.wide(population);
    for (int a = 0; a < wide.size(); a++) {
      for (int b = a + 1; b < wide.size(); b++) {
        // thousands share a place, a country and a sex
        if (!isCommon(population, wide.get(a)) || !isCommon(population, wide.get(b))) {
          keys.add(new Key(wide.get(a), wide.get(b), 1));
        }
      }
    }
    List<Tokens> dates = Tokens.partsOfDates(population);
    List<Tokens> crowds = wide.stream().filter(t -> isCrowd(population, t)).toList();
    List<Tokens> splitting = new ArrayList<>(crowds);
    dates.stream().limit(1).forEach(splitting::add);
    for (boolean skeleton : new boolean[] {true, false}) {
      List<Tokens> both = Tokens.both(population, skeleton);
      if (!both.isEmpty()) {
        Key names = new Key(both.get(0), both.get(1), Optional.empty(), true, 1);
        if (skeleton || splitting.isEmpty()) {
          keys.add(names);
        }
        splitting.forEach(more -> keys.add(names.and(more)));
      }
    }
    Tokens.skeletonsOfAny(population)
        .ifPresent(
            name -> {
              if (Tokens.both(population, true).isEmpty()) {
                // whole names: two of their words
                keys.add(new Key(name, name, Optional.empty(), true, 1));
              }
              dates.forEach(part -> keys.add(new Key(name, part, 1)));
              wide.stream()
                  .filter(t -> !crowds.contains(t) && !isSex(population, t))
                  .forEach(t -> keys.add(new Key(name, t, 1)));
              for (Tokens crowd : crowds) {
                Key many = new Key(name, crowd, 1);
                dates.stream().limit(1).forEach(year -> keys.add(many.and(year)));
                wide.stream()
                    .filter(t -> isSex(population, t))
                    .forEach(sex -> keys.add(many.and(sex)));
              }
            });
    return keys;
  }

  /** Whether thousands share a value. */
  private static boolean isCrowd(Population population, Tokens tokens) {
    return switch (kind(population, tokens)) {
      case PLACE, ADDRESS, TEXT, NATIONALITY, REGION, POSTCODE, HOUSE_NUMBER -> true;
      default -> false;
    };
  }

  private static boolean isCommon(Population population, Tokens tokens) {
    return switch (kind(population, tokens)) {
      case PLACE, NATIONALITY, REGION, SEX -> true;
      default -> false;
    };
  }

  private static boolean isSex(Population population, Tokens tokens) {
    return kind(population, tokens) == AttributeKind.SEX;
  }

  private static AttributeKind kind(Population population, Tokens tokens) {
    return population.traits().get(tokens.trait()).kind();
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
      double each = records <= MANY ? PAIRS_OF_FEW : PAIRS_OF_MANY;
      return sizes.cap((long) Math.max(1000, each * records));
    }
    double once = Math.min(sizes.entries(), records);
    int cap = sizes.cap((long) Math.max(WIDE * once, WIDE / 3 * sizes.entries()));
    boolean telling = sizes.share(cap) >= (key.alone() ? TELLING_ALONE : TELLING);
    return telling ? cap : sizes.cap((long) (SPARING * records));
  }
}
