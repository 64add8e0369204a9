package org.passerelle.disclosure.cells;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Categories behind which too few sources stand, such as investigations: however many persons one
 * counts, it would tell of a single source. They are put together. Pure.
 */
public final class FewSources {
  private FewSources() {}

  /**
   * The categories that are put together, so that at least so many sources stand behind each row;
   * the one with the fewest joins them while they are too few together. If there are fewer sources
   * in all, these are all categories.
   *
   * @param behind the sources behind each category
   * @param fewest fewest sources behind a row
   */
  public static Set<String> of(Map<String, ? extends Set<String>> behind, int fewest) {
    Map<String, Set<String>> sorted = new TreeMap<>(behind);
    Set<String> few = new TreeSet<>();
    sorted.forEach(
        (category, sources) -> {
          if (sources.size() < fewest) {
            few.add(category);
          }
        });
    Optional<String> next = joining(few, sorted, fewest);
    while (next.isPresent()) {
      few.add(next.get());
      next = joining(few, sorted, fewest);
    }
    return few;
  }

  /** The category that has to join others before they may be a row together. */
  private static Optional<String> joining(
      Set<String> few, Map<String, Set<String>> behind, int fewest) {
    Set<String> together = new HashSet<>();
    few.forEach(category -> together.addAll(behind.getOrDefault(category, Set.of())));
    return few.isEmpty() || together.size() >= fewest
        ? Optional.empty()
        : behind.entrySet().stream()
            .filter(one -> !few.contains(one.getKey()))
            .min(
                Comparator.comparingInt(
                        (Map.Entry<String, Set<String>> one) -> one.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey);
  }
}
