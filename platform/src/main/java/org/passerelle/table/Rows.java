package org.passerelle.table;

import java.util.List;

/** Receives the rows of a table, in their order. */
public interface Rows {
  /**
   * Accepts the next row; empty lines are left out.
   *
   * @param cells cells as text
   * @param line its first line in the text, or its row in the workbook, from 1
   */
  void take(List<String> cells, int line);

  /** Number of cells to which rows of a workbook are filled up: 0 until it is known. */
  int width();
}
