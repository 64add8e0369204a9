package org.passerelle.understand.dossier.chapter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Count for a code; the empty code stands for unknown. */
public record Tally(String code, long count) {

  /** Counts, most frequent first, unknown last. */
  public static <T> List<Tally> of(List<T> things, Function<T, String> code) {
    Map<String, Long> counts =
        things.stream().collect(Collectors.groupingBy(code, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Tally t) -> t.code.isEmpty())
                .thenComparing(t -> -t.count)
                .thenComparing(Tally::code))
        .toList();
  }
}
