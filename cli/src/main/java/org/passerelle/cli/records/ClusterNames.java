package org.passerelle.cli.records;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.PersonTable;

/**
 * Stable names of clusters. A new one is named after its first record; a known one keeps its name
 * when records join it; when it splits or merges, the larger part keeps it.
 */
final class ClusterNames {
  private final Map<String, String> before;

  private ClusterNames(Map<String, String> before) {
    this.before = Map.copyOf(before);
  }

  static ClusterNames fresh() {
    return new ClusterNames(Map.of());
  }

  /** The names in an earlier file of {@code cluster,record}. */
  static ClusterNames read(Path file) {
    PersonTable table = ReadFile.of(file, list -> PersonTable.read(list, "record"));
    int cluster = table.header().indexOf("cluster");
    if (cluster < 0) {
      throw new BadInput(
          "%s has no column cluster. Maybe it was not written by link --clusters.".formatted(file));
    }
    Map<String, String> before = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      before.put(table.id(row), table.value(row, cluster));
    }
    return new ClusterNames(before);
  }

  /** The name of each record's cluster. */
  String[] of(LinkResult result, int[] groups) {
    Map<Integer, Map<String, Integer>> votes = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      String name = before.get(result.id(i));
      Map<String, Integer> own = votes.computeIfAbsent(groups[i], g -> new TreeMap<>());
      if (name != null) {
        own.merge(name, 1, Integer::sum);
      }
    }
    Map<Integer, String> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    votes.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().entrySet().stream()
                    .map(vote -> new Claim(e.getKey(), vote.getKey(), vote.getValue())))
        .sorted(Comparator.comparingInt(Claim::records).reversed().thenComparing(Claim::group))
        .forEach(
            claim -> {
              if (!chosen.containsKey(claim.group()) && taken.add(claim.name())) {
                chosen.put(claim.group(), claim.name());
              }
            });
    String[] names = new String[groups.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = chosen.computeIfAbsent(groups[i], g -> fresh(result.id(g), taken));
    }
    return names;
  }

  private record Claim(int group, String name, int records) {}

  private static String fresh(String name, Set<String> taken) {
    String free = name;
    for (int n = 2; !taken.add(free); n++) {
      free = name + "#" + n;
    }
    return free;
  }
}
