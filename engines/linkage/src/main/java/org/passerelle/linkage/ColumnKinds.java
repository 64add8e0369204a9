package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a list tell of a person.
 *
 * @param kinds by column, in their order
 * @param leftOut what tells nothing that is understood, or should not be compared
 */
record ColumnKinds(Map<String, AttributeKind> kinds, List<LeftOut> leftOut) {
  /**
   * By the settings, or else by the names of the columns.
   *
   * @param told what columns tell, where their names do not say it
   * @param without columns that take no part, and of which nothing needs to be said
   */
  static ColumnKinds of(PersonTable list, Map<String, AttributeKind> told, Set<String> without) {
    Map<String, AttributeKind> kinds = new LinkedHashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    if (list.encoding().isPresent()) {
      list.header().stream()
          .filter(c -> !without.contains(c) && !c.equals(list.header().get(list.idColumn())))
          .forEach(c -> kinds.put(c, AttributeKind.ENCODED));
      return new ColumnKinds(kinds, leftOut);
    }
    DateParts parts = DateParts.of(list.header(), told.keySet()).orElse(null);
    String date = parts == null ? "" : parts.label(list.header());
    List<String> apart = parts == null ? List.of() : parts.columns(list.header());
    for (int c = 0; c < list.header().size(); c++) {
      String column = list.header().get(c);
      if (apart.contains(column) || without.contains(column)) {
        continue;
      }
      @Nullable AttributeKind kind = told.get(column);
      if (kind == null && c != list.idColumn()) {
        kind =
            column.equals(date) ? AttributeKind.BIRTH_DATE : ColumnNames.kind(column).orElse(null);
      }
      if (kind != null && kind != AttributeKind.IGNORED) {
        kinds.put(column, kind);
      } else if (kind == null && c != list.idColumn()) {
        leftOut.add(
            new LeftOut(
                column,
                "its name says nothing that is understood; write columns: {%s: text}, or what it tells"
                    .formatted(column)));
      }
    }
    return new ColumnKinds(withoutParts(kinds, date, leftOut), leftOut);
  }

  /** A whole date of birth says more than its parts. */
  private static Map<String, AttributeKind> withoutParts(
      Map<String, AttributeKind> kinds, String date, List<LeftOut> leftOut) {
    boolean whole =
        kinds.entrySet().stream()
            .anyMatch(e -> e.getValue() == AttributeKind.BIRTH_DATE && !e.getKey().equals(date));
    if (!date.isEmpty() && whole && kinds.remove(date) != null) {
      leftOut.add(new LeftOut(date, "another column has the whole date of birth"));
    }
    return kinds;
  }
}
