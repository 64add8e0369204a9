package org.passerelle.protect.sharing.htcds.web;

import java.util.List;
import java.util.Map;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.htcds.ImportColumns;

/**
 * View of the columns of a list and their mapping.
 *
 * @param kept saved mappings
 * @param columns field by column of the header row, empty for columns to be skipped; in order
 * @param fields possible fields
 */
public record ColumnsPage(
    List<ImportColumns.Kept> kept, Map<String, String> columns, List<Option> fields) {
  public ColumnsPage {
    kept = List.copyOf(kept);
    fields = List.copyOf(fields);
  }

  /** Columns in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }
}
