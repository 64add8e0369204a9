package org.passerelle.linkage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Stable names of clusters. A new one is named after its first record; a known one keeps its name
 * when records join it; when it splits or merges, the larger part keeps it.
 */
public final class ClusterNames {
  private ClusterNames() {}

  /** Where no names were given before. */
  public static String[] of(LinkResult result) {
    return of(result.clusters(), i -> Optional.empty(), result::id, name -> false);
  }

  /**
   * The name of each record's cluster.
   *
   * @param groups by record, the first record of its cluster
   * @param before by record, the name of its cluster until now
   * @param id how a record is called
   * @param taken whether a name belongs to a cluster that is not among these
   */
  public static String[] of(
      int[] groups,
      IntFunction<Optional<String>> before,
      IntFunction<String> id,
      Predicate<String> taken) {
    Map<Integer, Map<String, Integer>> votes = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      Map<String, Integer> own = votes.computeIfAbsent(groups[i], g -> new TreeMap<>());
      before.apply(i).ifPresent(name -> own.merge(name, 1, Integer::sum));
    }
    Map<Integer, String> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    votes.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().entrySet().stream()
                    .map(vote -> new Claim(e.getKey(), vote.getKey(), vote.getValue())))
        .sorted(Comparator.comparingInt(Claim::records).reversed().thenComparing(Claim::group))
        .forEach(
            claim -> {
              if (!chosen.containsKey(claim.group()) && used.add(claim.name())) {
                chosen.put(claim.group(), claim.name());
              }
            });
    String[] names = new String[groups.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = chosen.computeIfAbsent(groups[i], g -> fresh(id.apply(g), used, taken));
    }
    return names;
  }

  private record Claim(int group, String name, int records) {}

  private static String fresh(String name, Set<String> used, Predicate<String> taken) {
    String free = name;
    for (int n = 2; taken.test(free) || !used.add(free); n++) {
      free = name + "#" + n;
    }
    return free;
  }
}
