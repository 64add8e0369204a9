package org.passerelle.protect.casework.list.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.CaseViews;

/**
 * View of the list of cases.
 *
 * @param total number of cases; {@link CaseList#COUNTED} + 1 for more
 * @param columns columns shown besides the code
 * @param words labels of the codes in the rows, by code
 * @param leads names of colleagues by identifier
 * @param colleagues colleagues who can lead a case
 * @param query filter without order, as a query string for links
 * @param whole filter, order and columns, as a query string for links
 * @param hidden the same as hidden form fields
 * @param next query string of the next page, or empty
 * @param before query string of the previous page, or empty on the first
 */
public record CasesPage(
    List<CaseList.Row> rows,
    int total,
    CaseFilter filter,
    List<String> columns,
    List<CaseViews.View> views,
    Map<String, String> words,
    Map<UUID, String> leads,
    List<Option> colleagues,
    List<Option> states,
    List<Option> forms,
    List<Option> countries,
    String query,
    String whole,
    Map<String, String> hidden,
    String next,
    String before) {
  public CasesPage {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    views = List.copyOf(views);
    words = Map.copyOf(words);
    leads = Map.copyOf(leads);
  }

  public String word(String code) {
    return words.getOrDefault(code, code);
  }

  public boolean shows(String column) {
    return columns.contains(column);
  }

  /** Whether there are more than were counted. */
  public boolean manyMore() {
    return total > CaseList.COUNTED;
  }

  /** All columns that can be shown. */
  public List<String> allColumns() {
    return CaseFilters.COLUMNS;
  }

  /** Whether the list is filtered. */
  public boolean narrowed() {
    return !query.isEmpty();
  }

  public boolean sorts(String column) {
    return CaseFilters.SORTS.contains(column);
  }

  /** Value of {@code aria-sort} for a column; null if the list is not sorted by it. */
  public @Nullable String sorted(String column) {
    if (!column.equals(filter.sort())) {
      return null;
    }
    return fallsAtFirst(column) == filter.turned() ? "ascending" : "descending";
  }

  /** URL of the list sorted by a column, in reverse if it is sorted by it already. */
  public String sorting(String column) {
    boolean turns = column.equals(filter.sort()) && !filter.turned();
    List<String> parts = new ArrayList<>();
    if (!query.isEmpty()) {
      parts.add(query);
    }
    parts.add("sort=" + column);
    if (turns) {
      parts.add("turned=yes");
    }
    if (!columns.equals(CaseFilters.USUAL)) {
      columns.forEach(one -> parts.add("col=" + one));
    }
    return String.join("&", parts);
  }

  /** Dates are sorted latest first by default. */
  private static boolean fallsAtFirst(String column) {
    return column.equals("changed") || column.equals("opened");
  }
}
