package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.store.Batch;
import org.passerelle.linkage.internal.store.StoreFiles;

/** In how many persons each value is met, and how that changes. Not for several threads. */
final class StoreTerms {
  private final StoreFiles files;
  private final double[] all;
  private final double[] alike;
  private final Map<Long, Integer> changes = new HashMap<>();

  /** As a store has counted until now. */
  StoreTerms(StoreFiles files, int columns) {
    this.files = files;
    this.all = new double[columns];
    this.alike = new double[columns];
    for (int c = 0; c < columns; c++) {
      all[c] = files.all(c);
      alike[c] = files.alike(c);
    }
  }

  /** A value and whoever has it. */
  private record Bearer(long term, String cluster) {}

  /** Counts new records, each value once in a cluster. */
  void added(StoreComparison.Grouped grouped) {
    int[] groups = grouped.outcome().groups();
    Population population = grouped.population();
    for (int t = 0; t < all.length; t++) {
      Set<Bearer> known = new HashSet<>();
      for (int i = grouped.fresh(); i < groups.length; i++) {
        bear(population, t, i, String.valueOf(groups[i]), known);
      }
      for (int i = 0; i < grouped.fresh(); i++) {
        long term = bear(population, t, i, String.valueOf(groups[i]), known);
        if (term != 0) {
          change(t, term, 1);
        }
      }
    }
  }

  /**
   * Discounts records that are removed, where nobody of their cluster has the value any longer.
   *
   * @param some the records of the clusters from which some are removed
   */
  void removed(StoredRecords records, Set<Integer> some, Set<Integer> gone) {
    List<Integer> order = new ArrayList<>(some);
    order.sort((a, b) -> Boolean.compare(gone.contains(a), gone.contains(b)));
    List<List<String>> rows = order.stream().map(files::row).toList();
    Population population = records.population(rows);
    for (int t = 0; t < all.length; t++) {
      Set<Bearer> known = new HashSet<>();
      for (int i = 0; i < order.size(); i++) {
        long term = bear(population, t, i, files.cluster(order.get(i)), known);
        if (term != 0 && gone.contains(order.get(i))) {
          change(t, term, -1);
        }
      }
    }
  }

  /** Counts the value of a record: its term if it is new in the cluster; 0 if not, or if none. */
  private static long bear(
      Population population, int trait, int record, String cluster, Set<Bearer> known) {
    Trait of = population.traits().get(trait);
    int code = of.codes()[record];
    if (code < 0) {
      return 0;
    }
    long term = StoreFiles.term(trait, of.conceptText(code));
    return known.add(new Bearer(term, cluster)) ? term : 0;
  }

  private void change(int trait, long term, int by) {
    int before = files.met(term) + changes.getOrDefault(term, 0);
    // n bearers are n (n - 1) pairs
    alike[trait] += by > 0 ? 2.0 * before : -2.0 * (before - 1);
    all[trait] += by;
    changes.merge(term, by, Integer::sum);
  }

  /** How many more persons have each value. */
  Map<Long, Integer> more() {
    return Map.copyOf(changes);
  }

  /** How many fewer. */
  Map<Long, Integer> fewer() {
    Map<Long, Integer> fewer = new HashMap<>();
    changes.forEach((term, n) -> fewer.put(term, -n));
    return fewer;
  }

  List<Batch.Total> totals() {
    List<Batch.Total> totals = new ArrayList<>();
    for (int c = 0; c < all.length; c++) {
      totals.add(new Batch.Total(all[c], alike[c]));
    }
    return totals;
  }
}
