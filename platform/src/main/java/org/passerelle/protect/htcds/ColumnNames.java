package org.passerelle.protect.htcds;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the columns of an organisation's own lists are in the standard.
 *
 * @param named from a column, as {@link #plain} writes it, to its field, or to an empty text where
 *     it is left out
 */
record ColumnNames(Map<String, String> named) {
  /** Columns are called as the standard calls its fields. */
  static final ColumnNames STANDARD = new ColumnNames(Map.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  ColumnNames {
    named = Map.copyOf(named);
  }

  /** Field of a column; its own name where nothing was said of it. */
  String field(String column, Set<String> fields) {
    String own = column.strip();
    return fields.contains(own) ? own : named.getOrDefault(plain(own), own);
  }

  /** Small letters, one space between words: a list is typed by many hands. */
  static String plain(String column) {
    return column.strip().replaceAll("[\\s_\u00a0]+", " ").toLowerCase(Locale.ROOT);
  }

  String json() {
    return JSON.writeValueAsString(new LinkedHashMap<>(named));
  }

  static ColumnNames of(String json) {
    return new ColumnNames(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
  }
}
