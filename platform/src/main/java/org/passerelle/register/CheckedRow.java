package org.passerelle.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table, checked by the rules of the form.
 *
 * @param line its line in the text, or its row in the workbook
 * @param id identifier that its entry would get; empty if it has faults
 * @param content of its entry; incomplete if it has faults
 */
public record CheckedRow(int line, String id, Map<String, Object> content, List<Fault> faults) {
  public CheckedRow {
    // in the order of the form
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    faults = List.copyOf(faults);
  }

  /** Whether it can be entered. */
  public boolean good() {
    return faults.isEmpty();
  }

  /**
   * Why a row cannot be entered.
   *
   * @param column number of the column, from 1; 0 if the table has no such column, or the row as a
   *     whole is meant
   * @param heading its heading, or the name of the field that is missing, or empty
   * @param key key of the message
   */
  public record Fault(int column, String heading, String key, List<Object> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }
  }
}
