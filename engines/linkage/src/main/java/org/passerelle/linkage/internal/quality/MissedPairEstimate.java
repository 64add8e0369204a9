package org.passerelle.linkage.internal.quality;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.candidates.SampleKeys;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.comparison.Texts;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Nearest;

/**
 * How many pairs of one person never met, where the records are too many to be compared as a whole.
 * Some records are compared with everybody by their signs: of the likely matches that this finds,
 * the share that keys had found as well is the share that keys find (Lincoln and Petersen, as
 * Chapman 1951 has it). Beyond {@value #ALL} records the sample grows and is compared with a share
 * of the others instead of everybody: as many pairs, and every pair as likely to be among them, but
 * keys and signs are made of that share alone. It takes {@value #ALL} times {@value #SAMPLE} steps
 * at most.
 */
public final class MissedPairEstimate {
  private static final int SAMPLE = 600;

  /** Records up to which the sample meets everybody. */
  private static final int ALL = 200_000;

  /** Pairs that are kept of each record of the sample. */
  private static final int NEAREST = 12;

  private final Population population;
  private final RecordGrams grams;
  private final Saul signs;
  private final int[] sample;

  /** Whom the sample meets: one in so many of all records, drawn by {@link #drawn}. */
  private final int oneIn;

  private final long drawn;
  private final int[][] codes;

  public MissedPairEstimate(Population population, long seed) {
    this.population = population;
    this.grams = RecordGrams.ofSome(population);
    this.signs =
        new Saul(EncodingKey.of(("unmet in a run " + seed).getBytes(StandardCharsets.UTF_8)), 1);
    this.oneIn = Math.max(1, (population.size() + ALL - 1) / ALL);
    this.drawn = Texts.mix(seed ^ 0x6d65657473L);
    int every = Math.max(1, population.size() / (SAMPLE * oneIn));
    int first = Math.floorMod(Texts.mix(seed), every);
    List<Integer> places = new ArrayList<>();
    for (int i = first; i < population.size(); i += every) {
      places.add(i);
    }
    this.sample = places.stream().mapToInt(Integer::intValue).toArray();
    this.codes = new int[sample.length][];
    for (int s = 0; s < sample.length; s++) {
      codes[s] = code(sample[s]);
    }
  }

  /** Whether the sample is compared with this record. */
  private boolean isMet(int record) {
    return oneIn == 1 || Math.floorMod(Texts.mix(drawn + record), oneIn) == 0;
  }

  private int[] code(int record) {
    long[] of = grams.of(record);
    return of.length > 0 ? signs.encode(of) : new int[BitColumns.WORDS];
  }

  /**
   * What a sample tells.
   *
   * @param share of the likely matches that keys found
   * @param hidden of all records, as the sample has it
   */
  public record Told(double share, HeterogeneousRecall.Estimate hidden) {}

  /** Compares the sample with everybody. */
  public Told told(Pairs weighed, Scores scores, FellegiSunter model) {
    boolean[] sampled = new boolean[population.size()];
    for (int i : sample) {
      sampled[i] = true;
    }
    LongList keyed = new LongList();
    double likely = 0;
    for (int k = 0; k < weighed.size(); k++) {
      if (weighed.isFoundBy(k, Pairs.BY_KEYS) && weighed.weights[k] >= ComparisonResult.LEAST) {
        likely += weighed.weights[k] > 0 ? 1 : 0;
        int left = weighed.left(k);
        int right = weighed.right(k);
        if ((sampled[left] && isMet(right)) || (sampled[right] && isMet(left))) {
          keyed.add(weighed.keys[k]);
        }
      }
    }
    PairLevels levels = new PairLevels(population);
    Pairs met = Pairs.found(keyed.distinct(), others());
    met.compare(levels, 0, met.size());
    met.weigh(scores);
    CaptureCounts captureCounts = CaptureCounts.of(met, k -> met.weights[k] > 0);
    CaptureCounts sure =
        CaptureCounts.of(met, k -> HeterogeneousRecall.isSure(model, met.vectors[k]));
    double missed = sure.total() / Math.max(1, sure.found());
    return new Told(
        captureCounts.keys() / Math.max(1, captureCounts.total()),
        HeterogeneousRecall.of(model, levels, met)
            .times(missed * likely / Math.max(1, captureCounts.keys())));
  }

  /** What the sample has in common with others, by keys that all records could not have. */
  private long[] others() {
    LongList all = new LongList();
    for (long[] some :
        new long[][] {nearest(), new SampleKeys(population, sample, this::isMet).pairs()}) {
      for (long pair : some) {
        all.add(pair);
      }
    }
    return all.distinct();
  }

  /** The nearest records of each of the sample. */
  private long[] nearest() {
    BitColumns others = new BitColumns();
    LongList records = new LongList();
    for (int j = 0; j < population.size(); j++) {
      if (j % 8192 == 0) {
        Slices.check();
      }
      if (isMet(j)) {
        others.add(code(j));
        records.add(j);
      }
    }
    LongList pairs = new LongList();
    int[][] nearest =
        new Nearest(NEAREST)
            .of(codes, others, (s, at) -> population.isPair(sample[s], (int) records.get(at)));
    Slices.check();
    for (int s = 0; s < sample.length; s++) {
      for (int at : nearest[s]) {
        pairs.add(Pairs.key(sample[s], (int) records.get(at)));
      }
    }
    return pairs.distinct();
  }
}
