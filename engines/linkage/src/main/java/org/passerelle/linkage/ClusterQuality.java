package org.passerelle.linkage;

import java.util.HashMap;
import java.util.Map;
import org.passerelle.linkage.Evaluation.Quality;

/** Judges clusters as a whole, not pair by pair. */
final class ClusterQuality {
  private final Map<Integer, Integer> found;
  private final Map<Integer, Integer> persons;

  /** By cluster and person, how many records are of both. */
  private final Map<Long, Integer> both = new HashMap<>();

  /**
   * Two ways to part the same records.
   *
   * @param clusters by record, a number that its cluster shares
   * @param truth by record, a number that its person shares
   */
  ClusterQuality(int[] clusters, int[] truth) {
    found = sizes(clusters);
    persons = sizes(truth);
    for (int i = 0; i < clusters.length; i++) {
      both.merge(((long) clusters[i] << 32) | truth[i], 1, Integer::sum);
    }
  }

  private static Map<Integer, Integer> sizes(int[] parts) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int part : parts) {
      sizes.merge(part, 1, Integer::sum);
    }
    return sizes;
  }

  /** Clusters of more than one record that hold a person, whole and nobody else. */
  Quality exact(double threshold) {
    double exact = 0;
    for (var entry : both.entrySet()) {
      int size = entry.getValue();
      exact +=
          size > 1 && size == cluster(entry.getKey()) && size == person(entry.getKey()) ? 1 : 0;
    }
    return quality(threshold, share(exact, several(found)), share(exact, several(persons)));
  }

  private int cluster(long key) {
    return found.getOrDefault((int) (key >>> 32), 0);
  }

  private int person(long key) {
    return persons.getOrDefault((int) key, 0);
  }

  private static double several(Map<Integer, Integer> sizes) {
    return sizes.values().stream().filter(size -> size > 1).count();
  }

  /** For each record, the share of its cluster that is its person, and the other way round. */
  Quality bCubed(double threshold) {
    double pure = 0;
    double whole = 0;
    double records = 0;
    for (var entry : both.entrySet()) {
      double size = entry.getValue();
      pure += size * size / cluster(entry.getKey());
      whole += size * size / person(entry.getKey());
      records += size;
    }
    return quality(threshold, share(pure, records), share(whole, records));
  }

  private static double share(double part, double of) {
    return of == 0 ? 1 : part / of;
  }

  private static Quality quality(double threshold, double precision, double recall) {
    double sum = precision + recall;
    return new Quality(threshold, precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
  }
}
