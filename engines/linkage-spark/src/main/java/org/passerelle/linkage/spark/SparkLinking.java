package org.passerelle.linkage.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.Linking;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.LearningSample;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Patterns;
import org.passerelle.linkage.internal.weights.Scores;
import scala.Tuple2;

/**
 * The steps of {@link Linking}, spread: candidates, levels, weights and what shares a neighbour on
 * the executors; what is learnt, here, from the same sample.
 */
final class SparkLinking {
  private static final int BUCKETS_TO_A_CORE = 3;
  private final JavaSparkContext context;
  private final Records records;
  private final Population population;
  private final Buckets buckets;
  private final Partitioner partitioner;
  private final Progress progress;

  SparkLinking(JavaSparkContext context, Records records, Progress progress) {
    this.context = context;
    this.records = records;
    this.population = records.here().population();
    this.buckets =
        new Buckets(
            Math.min(population.size(), BUCKETS_TO_A_CORE * context.defaultParallelism()),
            population.size());
    this.partitioner = new HashPartitioner(buckets.count());
    this.progress = progress;
  }

  ComparisonResult run() {
    Candidates candidates = new Candidates(population, progress);
    KeyBlocks blocks = new KeyBlocks(context, records, buckets, partitioner, progress);
    JavaPairRDD<Integer, Pairs> compared =
        compared(blocks.pairs(), candidates.byNearness(seed(), records.settings().threads()));
    progress.at("comparing", 0);
    long found = sum(compared.values().map(pairs -> pairs.count(Pairs.BY_KEYS)).collect());
    if (candidates.isNearnessUsed()) {
      Candidates.check(found);
    }
    Broadcast<FellegiSunter> model = context.broadcast(model(compared));
    JavaPairRDD<Integer, Pairs> weighed =
        Kept.kept(compared.mapValues(weigher(records, model)::of));
    for (int round = 0; round < Linking.rounds(population); round++) {
      progress.at("comparing what shares a neighbour", 0);
      weighed = Kept.kept(closed(weighed, model));
    }
    double least = Linking.least(records.settings());
    Pairs pairs = joined(weighed.mapValues(all -> all.above(least)));
    Candidates.Met met =
        candidates.met(pairs, new Weigher(records, model).scores(), model.value(), seed());
    return new ComparisonResult(
        pairs, model.value(), met.share(), met.hidden(), List.of(blocks.report(found), met.line()));
  }

  private long seed() {
    return records.settings().seed();
  }

  private static long sum(List<Long> counts) {
    return counts.stream().reduce(0L, Long::sum);
  }

  private JavaPairRDD<Integer, Pairs> compared(JavaPairRDD<Integer, long[]> byKeys, long[] near) {
    Buckets.Sorter sorter = buckets.sorter();
    for (long pair : near) {
      sorter.add(buckets.ofPair(pair), pair);
    }
    JavaPairRDD<Integer, long[]> nearness =
        context.parallelizePairs(sorter.sent(0), buckets.count());
    Records of = records;
    return Kept.kept(
        byKeys
            .cogroup(nearness, partitioner)
            .mapValues(
                both -> {
                  Pairs pairs =
                      Pairs.found(Buckets.distinct(both._1()), Buckets.distinct(both._2()));
                  pairs.compare(new PairLevels(of.here().population()), 0, pairs.size());
                  return pairs;
                }));
  }

  private FellegiSunter model(JavaPairRDD<Integer, Pairs> compared) {
    progress.at("learning what agreement is worth", 0);
    List<Long> sizes = compared.values().map(pairs -> (long) pairs.size()).collect();
    Patterns patterns = Patterns.sum(compared.values().map(Pairs::patterns).collect());
    LearningSample sample = LearningSample.of(sum(sizes));
    return FellegiSunter.fit(
        population,
        joined(compared.mapValues(all -> all.sampled(sample))),
        patterns,
        records.settings());
  }

  /** In the order of the records. */
  private static Pairs joined(JavaPairRDD<Integer, Pairs> all) {
    List<Tuple2<Integer, Pairs>> parts = new ArrayList<>(all.collect());
    parts.sort(Comparator.comparingInt(part -> part._1()));
    return Pairs.joined(parts.stream().map(part -> part._2()).toList());
  }

  /** Weighs on an executor. */
  record Weigher(Records records, Broadcast<FellegiSunter> model) implements java.io.Serializable {
    Pairs of(Pairs pairs) {
      return pairs.weighed(scores());
    }

    Scores scores() {
      Records.Here here = records.here();
      return Scores.of(here.population(), model.value(), here.frequencies());
    }
  }

  private static Weigher weigher(Records records, Broadcast<FellegiSunter> model) {
    return new Weigher(records, model);
  }

  /** With the pairs that share a neighbour. */
  private JavaPairRDD<Integer, Pairs> closed(
      JavaPairRDD<Integer, Pairs> weighed, Broadcast<FellegiSunter> model) {
    Weigher weigher = weigher(records, model);
    Records of = records;
    return weighed
        .cogroup(SharedNeighbours.of(weighed, records, buckets, partitioner), partitioner)
        .mapValues(
            both -> {
              Pairs known = both._1().iterator().hasNext() ? both._1().iterator().next() : none();
              Pairs fresh = SharedNeighbours.fresh(Buckets.distinct(both._2()), known);
              fresh.compare(new PairLevels(of.here().population()), 0, fresh.size());
              fresh.weigh(weigher.scores());
              return known.with(fresh);
            });
  }

  private static Pairs none() {
    return new Pairs(new long[0]);
  }
}
