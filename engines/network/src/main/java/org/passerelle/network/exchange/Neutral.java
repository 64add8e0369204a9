package org.passerelle.network.exchange;

/**
 * Neutralises cells that a spreadsheet would execute as a formula: they are written with a leading
 * apostrophe, which is removed on reading, so that nothing is executed and nothing is lost.
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

  /** A text that already begins with an apostrophe must keep it. */
  private static boolean hidden(String cell) {
    return cell.length() > 1
        && cell.charAt(0) == '\''
        && (STARTS.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == '\'');
  }
}
