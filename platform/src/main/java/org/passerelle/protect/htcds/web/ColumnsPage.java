package org.passerelle.protect.htcds.web;

import java.util.List;
import java.util.Map;
import org.passerelle.pages.Option;
import org.passerelle.protect.htcds.ImportColumns;

/**
 * The columns of a list and what each is.
 *
 * @param kept what was said before
 * @param columns from each column of the row that was read to its field, empty where it is left
 *     out; in their order
 * @param fields what a column can be
 */
public record ColumnsPage(
    List<ImportColumns.Kept> kept, Map<String, String> columns, List<Option> fields) {
  public ColumnsPage {
    kept = List.copyOf(kept);
    fields = List.copyOf(fields);
  }

  /** Columns in their order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }
}
