package org.passerelle.protect.sharing.htcds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A record as read from a file.
 *
 * @param line first line, from 1
 * @param number the record's own number in the other system, or empty
 * @param cells values by field, without empty ones
 * @param columns column number by field, from 1; empty if the file has no columns
 * @param faults faults of the row as a whole
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

  /** Its whole content, independent of the order in the file. */
  String content() {
    return new TreeMap<>(cells)
        .entrySet().stream()
            .map(e -> e.getKey() + "\u001e" + String.join("\u001d", e.getValue()))
            .collect(Collectors.joining("\u001f"));
  }

  /** Returns what identifies the row: its number, otherwise its whole content. */
  String identity() {
    return number.isEmpty() ? "all " + content() : "number " + number;
  }
}
