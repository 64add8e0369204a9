package org.passerelle.protect.list.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;
import org.passerelle.protect.list.CaseFilter;
import org.passerelle.protect.list.CaseList;
import org.passerelle.protect.list.CaseViews;

/**
 * The list of cases as it is shown.
 *
 * @param total how many there are, one more than {@link CaseList#COUNTED} for "more than that"
 * @param columns shown besides the code
 * @param words the labels of the codes that the rows hold, by code
 * @param leads names of colleagues by identifier
 * @param colleagues who can lead a case
 * @param query of the filter without order, for links
 * @param whole filter, order and columns, for links
 * @param hidden the same for the fields of forms
 * @param next query of the next page, or empty
 * @param before query of the page before, or empty on the first
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

  /** A code in words. */
  public String word(String code) {
    return words.getOrDefault(code, code);
  }

  /** Whether a column is shown. */
  public boolean shows(String column) {
    return columns.contains(column);
  }

  /** Whether there are more than were counted. */
  public boolean manyMore() {
    return total > CaseList.COUNTED;
  }

  /** Every column that can be shown. */
  public List<String> allColumns() {
    return CaseFilters.COLUMNS;
  }

  /** Whether the list is narrowed by more than the order. */
  public boolean narrowed() {
    return !query.isEmpty();
  }

  /** Whether the list can be sorted by a column. */
  public boolean sorts(String column) {
    return CaseFilters.SORTS.contains(column);
  }

  /** How the list is sorted by a column, as {@code aria-sort} says it; null where it is not. */
  public @Nullable String sorted(String column) {
    if (!column.equals(filter.sort())) {
      return null;
    }
    return fallsAtFirst(column) == filter.turned() ? "ascending" : "descending";
  }

  /** The list sorted by a column, or the other way where it is sorted by it already. */
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

  /** What happened last is asked for more often than what happened first. */
  private static boolean fallsAtFirst(String column) {
    return column.equals("changed") || column.equals("opened");
  }
}
