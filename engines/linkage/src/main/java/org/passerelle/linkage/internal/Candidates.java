package org.passerelle.linkage.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** The pairs worth comparing. */
final class Candidates {
  private static final int LARGEST_BLOCK = 400;
  private static final int LARGEST_GROUP = 50;
  private static final double NEAR_PER_RECORD = 5;
  private final Population population;
  private final Progress progress;
  private final LongSet byTokens = new LongSet();
  private final LongSet near = new LongSet();
  private final List<String> report = new ArrayList<>();

  Candidates(Population population, Progress progress) {
    this.population = population;
    this.progress = progress;
  }

  /**
   * How candidates were found, and what it may have cost: of the likely matches, how many each of
   * the two ways found tells how many neither did (Chapman 1951).
   */
  List<String> report(Pairs weighted) {
    List<String> all = new ArrayList<>(report);
    if (near.size() > 0) {
      double tokens = 0;
      double nearness = 0;
      double both = 0;
      for (int k = 0; k < weighted.size(); k++) {
        if (weighted.weights[k] > 0) {
          boolean one = byTokens.contains(weighted.keys[k]);
          boolean other = near.contains(weighted.keys[k]);
          tokens += one ? 1 : 0;
          nearness += other ? 1 : 0;
          both += one && other ? 1 : 0;
        }
      }
      double total = (tokens + 1) * (nearness + 1) / (both + 1) - 1;
      double found = tokens + nearness - both;
      all.add(
          "Likely matches: %.0f by keys, %.0f by nearness, %.0f by both; about %.0f are in neither, before what shares a neighbour is compared."
              .formatted(tokens, nearness, both, Math.max(0, total - found)));
    }
    return all;
  }

  /** Records near each other as a whole, by sign bits of their n-grams under a key of the run. */
  void byNearness(long seed, int threads) {
    if (population.size() > NearPairs.ALL) {
      report.add("More than %d records: whole records were not compared.".formatted(NearPairs.ALL));
      return;
    }
    RecordGrams grams = new RecordGrams(population);
    Saul signs =
        new Saul(
            EncodingKey.of(("candidates of a run " + seed).getBytes(StandardCharsets.UTF_8)), 1);
    BitColumns store = new BitColumns();
    int[] nothing = new int[BitColumns.WORDS];
    for (int i = 0; i < population.size(); i++) {
      long[] of = grams.of(i);
      store.add(of.length == 0 ? nothing : signs.encode(of));
    }
    NearPairs nearest =
        new NearPairs(store, population, Measure.HAMMING, NEAR_PER_RECORD, seed, threads);
    nearest.collect(near, share -> progress.at("comparing whole records", share));
    Slices.check();
  }

  /** All candidates, ascending. */
  long[] sorted() {
    LongList all = new LongList();
    for (long pair : byTokens.sorted()) {
      all.add(pair);
    }
    for (long pair : near.sorted()) {
      all.add(pair);
    }
    return all.distinct();
  }

  /**
   * The share of likely matches that were found by themselves: of the pairs within a group that a
   * third record connects, how many. A record that nothing finds is in no group, so that it is an
   * upper bound where records are poor.
   */
  double found(int[] groups) {
    double connected = 1;
    double both = 1;
    for (int[] members : Groups.members(groups)) {
      for (int a = 0; a < members.length; a++) {
        for (int c = a + 1; c < members.length && members.length <= LARGEST_GROUP; c++) {
          if (isConnected(members, a, c)) {
            connected++;
            both += isCandidate(key(members[a], members[c])) ? 1 : 0;
          }
        }
      }
    }
    return both / connected;
  }

  private boolean isConnected(int[] members, int a, int c) {
    for (int b = 0; b < members.length; b++) {
      if (b != a
          && b != c
          && isCandidate(key(members[a], members[b]))
          && isCandidate(key(members[b], members[c]))) {
        return true;
      }
    }
    return false;
  }

  private static long key(int i, int j) {
    return ((long) Math.min(i, j) << 32) | Math.max(i, j);
  }

  /** Whether a pair was found by itself, and not over a third record. */
  boolean isCandidate(long pair) {
    return byTokens.contains(pair) || near.contains(pair);
  }

  private record Key(Tokens first, Tokens second, double cost) {}

  /**
   * Records that share tokens, alone or two by two; the fewer the records, the more keys.
   *
   * @param most pairs beyond which the records hardly tell persons apart
   */
  void byTokens(int most) {
    int size = population.size();
    boolean many = size > NearPairs.ALL;
    int keys = size <= 60_000 ? 400 : many ? 22 : 60;
    double perRecord = size <= 60_000 ? 10 : many ? 0.5 : 3;
    List<Key> all = keys(Tokens.of(population));
    long budget = (long) Math.max(1000, perRecord * size);
    Set<Tokens> complete = new HashSet<>();
    int used = 0;
    long blocks = 0;
    long leftOut = 0;
    for (Key key : all) {
      if (used == keys) {
        break;
      }
      // what a token finds alone it need not find together with another
      if (complete.contains(key.first()) || complete.contains(key.second())) {
        continue;
      }
      progress.at("looking for candidates", used++ / (double) Math.min(keys, all.size()));
      Slices.check();
      Blocks.Taken taken =
          new Blocks(population, key.first(), key.second())
              .collect(LARGEST_BLOCK, budget, byTokens);
      if (key.cost() == 0 && taken.blocksLeftOut() == 0) {
        complete.add(key.first());
      }
      blocks += taken.blocksLeftOut() > 0 ? 1 : 0;
      leftOut += taken.pairsLeftOut();
      if (byTokens.size() > most) {
        throw new BadRecords(
            "More than %d pairs of records agree in something; they hardly tell persons apart. Maybe add a column."
                .formatted(most));
      }
    }
    report.add(
        "%d candidates by %d keys; in %d keys blocks were left out for their size, with %d pairs that no other block of their key holds."
            .formatted(byTokens.size(), used, blocks, leftOut));
  }

  private static List<Key> keys(List<Tokens> tokens) {
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
}
