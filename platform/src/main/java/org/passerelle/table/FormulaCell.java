package org.passerelle.table;

import java.util.regex.Pattern;

/**
 * Protects against text that a spreadsheet program would run as a formula (OWASP: CSV injection).
 * On export an apostrophe is prefixed, which spreadsheet programs interpret as "text"; on import it
 * is removed again and the rest is text like everything else.
 */
public final class FormulaCell {
  private static final Pattern DANGEROUS = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r|].*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");

  private FormulaCell() {}

  /** Text that is safe in a cell. */
  public static String neutralised(String text) {
    return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** Reverses {@link #neutralised}. */
  public static String restored(String cell) {
    return cell.startsWith("'") && DANGEROUS.matcher(cell.substring(1)).matches()
        ? cell.substring(1)
        : cell;
  }
}
