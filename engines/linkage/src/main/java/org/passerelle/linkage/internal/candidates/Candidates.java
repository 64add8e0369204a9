package org.passerelle.linkage.internal.candidates;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.quality.CaptureCounts;
import org.passerelle.linkage.internal.quality.HeterogeneousRecall;
import org.passerelle.linkage.internal.quality.MissedPairEstimate;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** The pairs worth comparing, found in this process. */
public final class Candidates {
  /** Most pairs a run keeps; beyond, the records hardly tell persons apart. */
  private static final long MOST_PAIRS = 80_000_000;

  private static final double NEAR_PER_RECORD = 5;

  /** Records after which is said how many are encoded. */
  private static final int ENCODED = 1024;

  private final Population population;
  private final Progress progress;

  public Candidates(Population population, Progress progress) {
    this.population = population;
    this.progress = progress;
  }

  /** What sharing keys gave. */
  public record ByKeys(PairBuckets pairs, String report) {}

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
  public ByKeys byKeys() {
    List<Keys.Key> keys = Keys.of(population);
    PairBuckets found = new PairBuckets(population.size());
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
      int cap = Keys.cap(key, sizes, population.size());
      blocks.pairs(cap, found);
      limited += sizes.blocksAbove(cap) > 0 ? 1 : 0;
      leftOut += sizes.pairsAbove(cap);
      if (sizes.blocksAbove(cap) == 0) {
        complete.add(key.label());
      }
      if (found.atMost() > MOST_PAIRS) {
        check(found.size());
      }
      if (n + 1 == alone) {
        used = Keys.used(keys, complete, population.size());
      }
    }
    return new ByKeys(found, report(found.size(), used.length, limited, leftOut));
  }

  /** The pairs that share keys, ascending, for measuring what keys find. */
  public long[] pairsByKeys() {
    return byKeys().pairs().sorted();
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
    progress.at("taking records apart", 0);
    RecordGrams grams = new RecordGrams(population);
    Saul signs =
        new Saul(
            EncodingKey.of(("candidates of a run " + seed).getBytes(StandardCharsets.UTF_8)), 1);
    BitColumns store = new BitColumns();
    int[] nothing = new int[BitColumns.WORDS];
    for (int i = 0; i < population.size(); i++) {
      if (i % ENCODED == 0) {
        progress.at("encoding whole records", i / (double) population.size());
      }
      long[] of = grams.of(i);
      store.add(of.length == 0 ? nothing : signs.encode(of));
    }
    // a step of its own, or the time left of the next would be said too long
    progress.at("looking at pairs at random", 0);
    NearPairs nearest =
        new NearPairs(store, population, Measure.HAMMING, NEAR_PER_RECORD, seed, threads);
    LongSet near = new LongSet();
    progress.at("comparing whole records", 0);
    nearest.collect(near, share -> progress.at("comparing whole records", share));
    Slices.check();
    return near.sorted();
  }

  /**
   * What part of the likely matches was found, a line about it, and what they tell of those that
   * agree in too little to be found.
   */
  public record Met(double share, HeterogeneousRecall.Estimate hidden, String line) {}

  /**
   * What finding them may have cost. Of the likely matches, how many each of two ways found tells
   * how many neither did (Chapman 1951); where the records are too many for the second way, a
   * sample of them goes both ways.
   */
  public Met met(Pairs weighted, Scores scores, FellegiSunter model, long seed) {
    if (!isNearnessUsed()) {
      progress.at("estimating who was never compared", 0);
      MissedPairEstimate.Told told =
          new MissedPairEstimate(population, seed).told(weighted, scores, model);
      return new Met(
          told.share(),
          told.hidden(),
          String.format(
              Locale.ROOT,
              "More than %d records: whole records were not compared but of a sample; by that, keys found about %.0f %% of the likely matches.",
              NearPairs.ALL,
              100 * told.share()));
    }
    HeterogeneousRecall.Estimate hidden =
        HeterogeneousRecall.of(model, new PairLevels(population), weighted);
    CaptureCounts captureCounts = CaptureCounts.of(weighted, k -> weighted.weights[k] > 0);
    if (captureCounts.nearness() == 0) {
      double share = byValues(weighted);
      return new Met(
          share,
          hidden,
          String.format(
              Locale.ROOT,
              "Records are compared where a value is the same; that finds about %.0f %% of the likely matches.",
              100 * share));
    }
    return new Met(
        captureCounts.found() / captureCounts.total(),
        hidden,
        "Likely matches: %.0f by keys, %.0f by nearness, %.0f by both; about %.0f are in neither, before what shares a neighbour is compared."
            .formatted(
                captureCounts.keys(),
                captureCounts.nearness(),
                captureCounts.both(),
                captureCounts.total() - captureCounts.found()));
  }

  /**
   * Where pairs are found by equal values only: from how many likely matches share one value and
   * how many share two follows, at the least, how many share none (Chao 1987).
   */
  private double byValues(Pairs weighted) {
    PairLevels levels = new PairLevels(population);
    double[] sharing = new double[population.traits().size() + 1];
    for (int k = 0; k < weighted.size(); k++) {
      if (weighted.weights[k] > 0) {
        int same = 0;
        for (int t = 0; t < sharing.length - 1; t++) {
          int level = PairLevels.level(weighted.vectors[k], t);
          same += level == levels.comparison(t).same() ? 1 : 0;
        }
        sharing[same]++;
      }
    }
    double one = sharing.length > 1 ? sharing[1] : 0;
    double two = sharing.length > 2 ? sharing[2] : 0;
    double found = Arrays.stream(sharing).sum() - sharing[0];
    return found == 0 ? 1 : found / (found + sharing[0] + one * (one - 1) / (2 * (two + 1)));
  }
}
