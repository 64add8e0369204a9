package org.passerelle.protect.htcds;

import java.util.regex.Pattern;

/**
 * A text that a spreadsheet program would run as a formula (OWASP: CSV injection). Out of the house
 * it goes with an apostrophe before it, which spreadsheet programs take as "this is text"; on the
 * way in that apostrophe is taken off again and the rest is text, as everything here is.
 */
public final class FormulaCell {
  private static final Pattern DANGEROUS = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r|].*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");

  private FormulaCell() {}

  /** The text as it may stand in a cell. */
  public static String neutralised(String text) {
    return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that {@link #neutralised} was given. */
  static String restored(String cell) {
    return cell.startsWith("'") && DANGEROUS.matcher(cell.substring(1)).matches()
        ? cell.substring(1)
        : cell;
  }
}
