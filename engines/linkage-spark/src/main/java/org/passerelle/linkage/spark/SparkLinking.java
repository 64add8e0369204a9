package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.Linking;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.LearningSample;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Patterns;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/**
 * The steps of {@link Linking}, spread: each machine has its part of the records, and candidates,
 * levels, weights and what shares a neighbour are worked out there; what is learnt, here, from the
 * same sample.
 */
final class SparkLinking {
  /** Of which a task holds two, and a copy of what it compares. */
  private static final int BUCKETS_TO_A_CORE = 6;

  /** More would be a long message to a machine. */
  private static final int MOST_RECORDS = 50_000;

  private final Population population;
  private final LinkSettings settings;
  private final Progress progress;
  private final JavaSparkContext context;
  private final Outline outline;
  private final Buckets buckets;
  private final Partitioner partitioner;

  SparkLinking(
      JavaSparkContext context, Population population, LinkSettings settings, Progress progress) {
    this.context = context;
    this.population = population;
    this.settings = settings;
    this.progress = progress;
    this.outline = Outline.of(population);
    int size = population.size();
    this.buckets =
        new Buckets(
            Math.min(
                size,
                Math.max(
                    BUCKETS_TO_A_CORE * context.defaultParallelism(), 1 + size / MOST_RECORDS)),
            size);
    this.partitioner = new HashPartitioner(buckets.count());
  }

  ComparisonResult run() {
    Candidates candidates = new Candidates(population, progress);
    Held held = Held.in(context);
    JavaRDD<RecordPart> records = SpreadRecords.of(context, population, buckets);
    KeyBlocks blocks = new KeyBlocks(records, outline, buckets, partitioner, held, progress);
    PairJoin join = new PairJoin(records, partitioner, outline, buckets, held);
    JavaRDD<ComparedPairs> compared =
        Kept.kept(
            join.compared(
                found(blocks.pairs(), candidates.byNearness(settings.seed(), settings.threads()))));
    progress.at("comparing", 0);
    long found = sum(compared.map(of -> of.pairs().count(Pairs.BY_KEYS)));
    if (candidates.isNearnessUsed()) {
      Candidates.check(found);
    }
    FellegiSunter model = model(compared);
    Weigher weigher = new Weigher(outline, context.broadcast(model), Linking.least(settings));
    JavaRDD<Pairs> weighed = Kept.kept(compared.mapPartitions(all -> weigher.each(all)));
    for (int round = 0; round < Linking.rounds(population); round++) {
      progress.at("comparing what shares a neighbour", 0);
      weighed = Kept.kept(closed(weighed, join, weigher));
    }
    // in the order of the records, as the buckets are
    Pairs pairs = Pairs.joined(weighed.collect());
    Candidates.Met met =
        candidates.met(
            pairs,
            Scores.of(population, model, TermFrequencies.of(population)),
            model,
            settings.seed());
    return new ComparisonResult(
        pairs, model, met.share(), met.hidden(), List.of(blocks.report(found), met.line()));
  }

  private static long sum(JavaRDD<Long> counts) {
    return counts.fold(0L, Long::sum);
  }

  /** Found in one of two ways or in both, by the bucket of the second record. */
  private JavaPairRDD<Integer, Pairs> found(JavaPairRDD<Integer, long[]> byKeys, long[] near) {
    Buckets.Sorter sorter = buckets.sorter();
    for (long pair : near) {
      sorter.add(buckets.ofSecond(pair), pair);
    }
    JavaPairRDD<Integer, long[]> nearness =
        context.parallelizePairs(sorter.sent(0), buckets.count());
    return byKeys
        .cogroup(nearness, partitioner)
        .mapValues(both -> Pairs.found(Buckets.distinct(both._1()), Buckets.distinct(both._2())));
  }

  private FellegiSunter model(JavaRDD<ComparedPairs> compared) {
    progress.at("learning what agreement is worth", 0);
    LearningSample sample = LearningSample.of(sum(compared.map(of -> (long) of.pairs().size())));
    Patterns patterns = Patterns.sum(compared.map(of -> of.pairs().patterns()).collect());
    Pairs competing = Pairs.joined(compared.map(of -> of.pairs().sampled(sample)).collect());
    return FellegiSunter.fit(population, competing, patterns, settings);
  }

  /** Weighs on an executor. */
  record Weigher(Outline outline, Broadcast<FellegiSunter> model, double least)
      implements Serializable {
    Scores scores() {
      Population nothing = outline.nothing();
      return Scores.of(nothing, model.value(), TermFrequencies.of(nothing));
    }

    java.util.Iterator<Pairs> each(java.util.Iterator<ComparedPairs> all) {
      return List.of(all.next().weighed(scores(), least)).iterator();
    }
  }

  /** With the pairs that share a neighbour. */
  private JavaRDD<Pairs> closed(JavaRDD<Pairs> weighed, PairJoin join, Weigher weigher) {
    JavaRDD<ComparedPairs> closing =
        join.compared(SharedNeighbours.of(weighed, outline, buckets, partitioner));
    return weighed.zipPartitions(
        closing,
        (known, fresh) -> List.of(known.next().with(weigher.each(fresh).next())).iterator());
  }
}
