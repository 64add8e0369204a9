package org.passerelle.network.exchange;

/**
 * Cells that a spreadsheet would run as a formula are written with an apostrophe before them, and
 * read without it again: nothing is executed and nothing is lost.
 */
final class Neutral {
  private static final String STARTS = "=+-@\t\r";

  private Neutral() {}

  static String written(String cell) {
    boolean formula = !cell.isEmpty() && (STARTS.indexOf(cell.charAt(0)) >= 0 || hidden(cell));
    return formula && Double.isNaN(Rows.number(cell)) ? "'" + cell : cell;
  }

  static String read(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && written(cell.substring(1)).equals(cell)
        ? cell.substring(1)
        : cell;
  }

  /** What was written with an apostrophe must not lose one of its own. */
  private static boolean hidden(String cell) {
    return cell.length() > 1
        && cell.charAt(0) == '\''
        && (STARTS.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == '\'');
  }
}
