package org.passerelle.linkage.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** The pairs worth comparing, found in this process. */
public final class Candidates {
  /** Most pairs a run keeps; beyond, the records hardly tell persons apart. */
  private static final long MOST_PAIRS = 80_000_000;

  private static final double NEAR_PER_RECORD = 5;
  private final Population population;
  private final Progress progress;

  public Candidates(Population population, Progress progress) {
    this.population = population;
    this.progress = progress;
  }

  /** What sharing keys gave. */
  record ByKeys(LongSet pairs, String report) {}

  /** Refuses to go on where nobody can be told from anybody. */
  public static void check(long pairs) {
    if (pairs > MOST_PAIRS) {
      throw new BadRecords(
          "More than %d pairs of records agree in something; they hardly tell persons apart. Maybe add a column."
              .formatted(MOST_PAIRS));
    }
  }

  /** What a reader should know of the keys. */
  public static String report(long pairs, int keys, long keysWithLimits, long leftOut) {
    return "%d candidates by %d keys; in %d keys blocks were left out for their size, with %d pairs that no other block of their key holds."
        .formatted(pairs, keys, keysWithLimits, leftOut);
  }

  /** Records that share keys. */
  ByKeys byKeys() {
    List<Keys.Key> keys = Keys.of(population);
    long budget = Keys.budget(population.size());
    LongSet found = new LongSet();
    Set<String> complete = new HashSet<>();
    int[] used = Keys.used(keys, complete, population.size());
    long limited = 0;
    long leftOut = 0;
    int alone = Keys.alone(keys);
    for (int n = 0; n < used.length; n++) {
      progress.at("looking for candidates", n / (double) used.length);
      Slices.check();
      Keys.Key key = keys.get(used[n]);
      LongList entries = new LongList();
      Blocks.entries(population, key, 0, population.size(), entries::add);
      Blocks blocks = new Blocks(population, entries.distinct());
      Blocks.Sizes sizes = blocks.sizes();
      int cap = sizes.cap(budget);
      blocks.pairs(cap, found::add);
      limited += sizes.blocksAbove(cap) > 0 ? 1 : 0;
      leftOut += sizes.pairsAbove(cap);
      if (sizes.blocksAbove(cap) == 0) {
        complete.add(key.label());
      }
      check(found.size());
      if (n + 1 == alone) {
        used = Keys.used(keys, complete, population.size());
      }
    }
    return new ByKeys(found, report(found.size(), used.length, limited, leftOut));
  }

  /** Whether the records are few enough to be compared as a whole. */
  public boolean isNearnessUsed() {
    return population.size() <= NearPairs.ALL;
  }

  /** Records near each other as a whole, by sign bits of their n-grams under a key of the run. */
  public long[] byNearness(long seed, int threads) {
    if (!isNearnessUsed()) {
      return new long[0];
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
    LongSet near = new LongSet();
    nearest.collect(near, share -> progress.at("comparing whole records", share));
    Slices.check();
    return near.sorted();
  }

  /**
   * What finding them may have cost: of the likely matches, how many each of the two ways found
   * tells how many neither did (Chapman 1951).
   */
  public List<String> missed(Pairs weighted) {
    List<String> report = new ArrayList<>();
    if (!isNearnessUsed()) {
      report.add("More than %d records: whole records were not compared.".formatted(NearPairs.ALL));
      return report;
    }
    double keys = 0;
    double nearness = 0;
    double both = 0;
    for (int k = 0; k < weighted.size(); k++) {
      if (weighted.weights[k] > 0) {
        boolean one = weighted.isFoundBy(k, Pairs.BY_KEYS);
        boolean other = weighted.isFoundBy(k, Pairs.BY_NEARNESS);
        keys += one ? 1 : 0;
        nearness += other ? 1 : 0;
        both += one && other ? 1 : 0;
      }
    }
    double total = (keys + 1) * (nearness + 1) / (both + 1) - 1;
    double found = keys + nearness - both;
    report.add(
        "Likely matches: %.0f by keys, %.0f by nearness, %.0f by both; about %.0f are in neither, before what shares a neighbour is compared."
            .formatted(keys, nearness, both, Math.max(0, total - found)));
    return report;
  }
}
