package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.linkage.internal.Outcome;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.candidates.Neighbours;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.groups.Grouping;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.store.StoreFiles;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/**
 * Compares new records with those of a store that share something with them, and groups them anew
 * with the clusters they come near. Not for several threads.
 */
final class StoreComparison {
  /** New records that are compared at once. */
  private static final int PORTION = 500;

  /** Records of a cluster up to which each is compared with each. */
  private static final int LARGEST_CLUSTER = 60;

  private static final int ROUNDS = 2;
  private final StoreFiles files;
  private final StoreModel.Kept kept;
  private final StoredRecords records;
  private final Progress progress;
  private final TermFrequencies.Counted counted;

  StoreComparison(
      StoreFiles files, StoreModel.Kept kept, StoredRecords records, Progress progress) {
    this.files = files;
    this.kept = kept;
    this.records = records;
    this.progress = progress;
    this.counted =
        new TermFrequencies.Counted() {
          @Override
          public double count(int trait, String concept) {
            return files.met(StoreFiles.term(trait, concept));
          }

          @Override
          public double all(int trait) {
            return files.all(trait);
          }

          @Override
          public double alike(int trait) {
            return files.alike(trait);
          }
        };
  }

  /**
   * Records together with the clusters they belong to or come near.
   *
   * @param fresh how many records are new; they stand first
   * @param old the records of the store that follow, ascending
   */
  record Grouped(int fresh, int[] old, Population population, Outcome outcome) {}

  /**
   * Groups new records, and the clusters of the store that they come near.
   *
   * @param population of the new records alone
   */
  Grouped with(List<List<String>> fresh, Population population) {
    LongList near = amongThemselves(population);
    Set<Integer> touched = new TreeSet<>();
    Set<Long> across = new HashSet<>();
    for (int from = 0; from < fresh.size(); from += PORTION) {
      progress.at("comparing with the store", from / (double) fresh.size());
      compare(fresh, population, from, Math.min(fresh.size(), from + PORTION), across, touched);
    }
    int[] old = withTheirClusters(touched);
    for (long pair : across) {
      int at = Arrays.binarySearch(old, (int) pair);
      if (at >= 0) {
        near.add(Pairs.key((int) (pair >>> 32), fresh.size() + at));
      }
    }
    return grouped(fresh, old, near);
  }

  /** Groups records of a store among themselves. */
  Grouped among(Set<Integer> some) {
    return grouped(
        List.of(), some.stream().mapToInt(Integer::intValue).sorted().toArray(), new LongList());
  }

  private LongList amongThemselves(Population population) {
    LongList pairs = new LongList();
    List<Keys.Key> keys = StoredRecords.keys(population);
    for (int k = 0; k < keys.size() && population.size() > 1; k++) {
      LongList entries = new LongList();
      Blocks.entries(population, keys.get(k), 0, population.size(), entries::add);
      new Blocks(population, entries.distinct()).pairs(cap(k), pairs::add);
      pairs.drop();
    }
    return pairs;
  }

  /** The largest block of a key; blocks grow as the store does. */
  private int cap(int key) {
    double grown = files.size() / (double) Math.max(1, files.learntFrom());
    return (int) Math.min(Keys.LARGEST_BLOCK, Math.ceil(kept.caps().get(key) * Math.max(1, grown)));
  }

  private void compare(
      List<List<String>> fresh,
      Population all,
      int from,
      int to,
      Set<Long> across,
      Set<Integer> touched) {
    List<Keys.Key> keys = StoredRecords.keys(all);
    List<Set<Integer>> found = new ArrayList<>();
    Set<Integer> any = new TreeSet<>();
    for (int i = from; i < to; i++) {
      Set<Integer> own = new TreeSet<>();
      for (int k = 0; k < keys.size(); k++) {
        int kind = k;
        Blocks.hashes(
            keys.get(k),
            i,
            hash -> {
              if (files.count(kind, hash) < cap(kind)) {
                files.each(kind, hash, own::add);
              }
            });
      }
      found.add(own);
      any.addAll(own);
    }
    int[] old = any.stream().mapToInt(Integer::intValue).toArray();
    LongList pairs = new LongList();
    for (int i = from; i < to; i++) {
      for (int record : found.get(i - from)) {
        pairs.add(Pairs.key(i - from, to - from + Arrays.binarySearch(old, record)));
      }
    }
    Population population = population(fresh.subList(from, to), old);
    Pairs weighed = weighed(population, pairs.distinct());
    double least = Neighbours.LEAST - kept.model().learnt().partners();
    for (int p = 0; p < weighed.size(); p++) {
      int record = old[weighed.right(p) - (to - from)];
      across.add(((long) (from + weighed.left(p)) << 32) | record);
      if (weighed.weight(p) >= least) {
        touched.add(record);
      }
    }
  }

  private Population population(List<List<String>> fresh, int[] old) {
    List<List<String>> rows = new ArrayList<>(fresh);
    for (int record : old) {
      rows.add(files.row(record));
    }
    return records.population(rows);
  }

  private Scores scores(Population population) {
    return Scores.of(
        population, kept.model().learnt().model(), TermFrequencies.of(population, counted));
  }

  private Pairs weighed(Population population, long[] keys) {
    return weighed(new PairLevels(population), scores(population), keys);
  }

  private static Pairs weighed(PairLevels levels, Scores scores, long[] keys) {
    Pairs pairs = new Pairs(keys);
    pairs.compare(levels, 0, pairs.size());
    pairs.weigh(scores);
    return pairs.above(ComparisonResult.LEAST);
  }

  private int[] withTheirClusters(Set<Integer> touched) {
    Set<Integer> all = new TreeSet<>();
    for (int record : touched) {
      if (!all.contains(record)) {
        all.addAll(files.members(files.cluster(record)));
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private Grouped grouped(List<List<String>> fresh, int[] old, LongList near) {
    Map<String, List<Integer>> clusters = new HashMap<>();
    for (int n = 0; n < old.length; n++) {
      clusters.computeIfAbsent(files.cluster(old[n]), c -> new ArrayList<>()).add(n);
    }
    for (List<Integer> members : clusters.values()) {
      for (int a = 0; a < members.size() && members.size() <= LARGEST_CLUSTER; a++) {
        for (int b = a + 1; b < members.size(); b++) {
          near.add(Pairs.key(fresh.size() + members.get(a), fresh.size() + members.get(b)));
        }
      }
    }
    progress.at("grouping", 0);
    Population population = population(fresh, old);
    PairLevels levels = new PairLevels(population);
    Scores scores = scores(population);
    Pairs pairs = weighed(levels, scores, near.distinct());
    for (int round = 0; round < ROUNDS; round++) {
      long[] closing = new Neighbours(population.size(), pairs).closing(population, pairs);
      pairs = pairs.with(weighed(levels, scores, closing));
    }
    Grouping grouping = new Grouping(population, kept.model().settings(), progress);
    Outcome outcome = grouping.oneList(pairs, scores, kept.model().learnt().partners(), List.of());
    return new Grouped(fresh.size(), old, population, outcome);
  }
}
