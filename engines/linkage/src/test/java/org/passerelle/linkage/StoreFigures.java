package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a list that grew in a store compares to the same list linked anew. */
record StoreFigures(double anew, double grown, double same) {
  private static final Set<String> WITHOUT = Set.of("person", "source", "recorded_on");

  static LinkSettings settings() {
    return LinkSettings.usual().withLeftOut(WITHOUT).withThreads(1);
  }

  static LinkResult linked(String csv) {
    return new Linkage(settings(), Progress.SILENT).deduplicate(InventedLists.table(csv));
  }

  /** Rows of a list from one on, with its header. */
  static String part(String csv, int from, int to) {
    List<String> lines = csv.lines().toList();
    return lines.get(0) + "\n" + String.join("\n", lines.subList(1 + from, 1 + to)) + "\n";
  }

  static int size(String csv) {
    return (int) csv.lines().count() - 1;
  }

  /** By record, its cluster in a store to which changes were made. */
  static void apply(StoreChange change, Map<String, String> clusters) {
    change.placed().forEach(p -> clusters.put(p.record(), p.cluster()));
  }

  /**
   * A store of the first part of a list, the rest added portion by portion.
   *
   * @param folder not there
   */
  static Map<String, String> grown(String csv, double first, int portion, Path folder)
      throws IOException {
    int begin = (int) (first * size(csv));
    LinkResult result = linked(part(csv, 0, begin));
    String[] names = ClusterNames.of(result);
    LinkStore.create(folder, result, names);
    Map<String, String> clusters = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      clusters.put(result.id(i), names[i]);
    }
    for (int at = begin; at < size(csv); at += portion) {
      String more = part(csv, at, Math.min(size(csv), at + portion));
      try (LinkStore store = LinkStore.open(folder, Progress.SILENT)) {
        apply(store.add(InventedLists.table(more), Map.of()), clusters);
      }
    }
    return clusters;
  }

  static StoreFigures of(String csv, double first, int portion, Path folder) throws IOException {
    PersonTable list = InventedLists.table(csv);
    Map<String, String> grown = grown(csv, first, portion, folder);
    int[] whole = linked(csv).clusters();
    int[] truth = new int[list.size()];
    int[] added = new int[list.size()];
    Map<String, Integer> persons = new HashMap<>();
    Map<String, Integer> clusters = new HashMap<>();
    int person = list.header().indexOf("person");
    for (int i = 0; i < truth.length; i++) {
      truth[i] = persons.computeIfAbsent(list.value(i, person), p -> persons.size());
      added[i] = clusters.computeIfAbsent(grown.get(list.id(i)), c -> clusters.size());
    }
    return new StoreFigures(f1(whole, truth), f1(added, truth), f1(added, whole));
  }

  /** F1 of the pairs in one way to group, where the other is right. */
  static double f1(int[] one, int[] right) {
    return 2 * pairs(one, right) / (pairs(one, one) + pairs(right, right));
  }

  private static double pairs(int[] one, int[] other) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      counts.merge(new ArrayList<>(List.of(one[i], other[i])), 1, Integer::sum);
    }
    return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
