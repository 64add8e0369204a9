package org.passerelle.protect.sharing.htcds;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps the columns of an organisation's own lists to fields of the standard.
 *
 * @param named field by column name in the form of {@link #plain}, or an empty string for columns
 *     to be skipped
 */
record ColumnNames(Map<String, String> named) {
  /** Columns named like the fields of the standard. */
  static final ColumnNames STANDARD = new ColumnNames(Map.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  ColumnNames {
    named = Map.copyOf(named);
  }

  /** Field of a column; the column's own name if it is not mapped. */
  String field(String column, Set<String> fields) {
    String own = column.strip();
    return fields.contains(own) ? own : named.getOrDefault(plain(own), own);
  }

  /** Normalises to lower case with single spaces, since lists are typed by many people. */
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
