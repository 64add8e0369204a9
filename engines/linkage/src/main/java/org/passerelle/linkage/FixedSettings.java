package org.passerelle.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration fixes of columns. */
final class FixedSettings {
  private static final Set<String> KEYS = Set.of("m", "u", "weights");

  private FixedSettings() {}

  static Map<String, Fixed> of(@Nullable Object value, Path file) {
    if (value == null) {
      return Map.of();
    }
    Map<String, Fixed> fixed = new HashMap<>();
    map(value, "fixed", file)
        .forEach(
            (name, told) -> {
              String column = String.valueOf(name);
              String field = "fixed: " + column;
              Map<?, ?> of = map(told, field, file);
              for (Object key : of.keySet()) {
                if (!KEYS.contains(String.valueOf(key))) {
                  throw new BadRecords(
                      "%s: %s: %s is none of m, u, weights.".formatted(file, field, key));
                }
              }
              fixed.put(
                  column,
                  new Fixed(
                      numbers(of.get("m"), field + ": m", file),
                      numbers(of.get("u"), field + ": u", file),
                      numbers(of.get("weights"), field + ": weights", file)));
            });
    return fixed;
  }

  private static Map<?, ?> map(@Nullable Object value, String field, Path file) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new BadRecords(
        "%s: below %s a line such as sex: {m: [0.02, 0.98], u: [0.5, 0.5]} is expected."
            .formatted(file, field));
  }

  private static List<Double> numbers(@Nullable Object value, String field, Path file) {
    if (value == null) {
      return List.of();
    }
    List<Double> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof Number number && Double.isFinite(number.doubleValue())) {
          numbers.add(number.doubleValue());
        }
      }
      if (!list.isEmpty() && numbers.size() == list.size()) {
        return numbers;
      }
    }
    throw new BadRecords(
        "%s: %s should be a list of numbers, such as [0.02, 0.98], not %s."
            .formatted(file, field, value));
  }
}
