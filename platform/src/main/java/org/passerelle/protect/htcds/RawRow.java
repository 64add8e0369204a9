package org.passerelle.protect.htcds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A record as it stands in a file.
 *
 * @param line where it begins, from 1
 * @param number the record's own in the system it comes from, or empty
 * @param cells values by field, only those that hold something
 * @param columns place of each field, from 1; empty where the file has no columns
 * @param faults of the row as such
 */
record RawRow(
    int line,
    String number,
    Map<String, List<String>> cells,
    Map<String, Integer> columns,
    List<Fault> faults) {
  RawRow {
    cells = Map.copyOf(cells);
    faults = List.copyOf(faults);
  }

  int column(String field) {
    return columns.getOrDefault(field, 0);
  }

  /** All that it says, in an order that does not depend on the file's. */
  String content() {
    return new TreeMap<>(cells)
        .entrySet().stream()
            .map(e -> e.getKey() + "\u001e" + String.join("\u001d", e.getValue()))
            .collect(Collectors.joining("\u001f"));
  }

  /** What it is recognised by: its number, or else all that it says. */
  String identity() {
    return number.isEmpty() ? "all " + content() : "number " + number;
  }
}
