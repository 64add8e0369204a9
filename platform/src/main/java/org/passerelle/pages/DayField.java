package org.passerelle.pages;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Which field of a browser shows a value. */
public final class DayField {
  private DayField() {}

  /**
   * Kind of the input: a browser's own field of a day empties itself of what is no day as it writes
   * one, so that words, and days that do not exist, come back in a field of text.
   *
   * @param type {@code date}, or any other kind, which stays
   * @param value what stands in it
   */
  public static String type(String type, String value) {
    return type.equals("date") && !value.isEmpty() && !isDay(value) ? "text" : type;
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
