package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several values in one cell: how many of the shorter list stand in the longer. */
final class ListComparison implements Comparison {
  private final String[][] items;

  ListComparison(List<String> values) {
    items = values.stream().map(v -> v.split("\\|", -1)).toArray(String[][]::new);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "nothing in common", "something in common", "half or more in common", "all in common");
  }

  @Override
  public int level(int a, int b) {
    Set<String> longer = new HashSet<>(Arrays.asList(items[a]));
    String[] other = items[b];
    long common = Arrays.stream(other).distinct().filter(longer::contains).count();
    long least = Math.min(longer.size(), Arrays.stream(other).distinct().count());
    return common == 0 ? 0 : common == least ? 3 : common * 2 >= least ? 2 : 1;
  }
}
