package org.passerelle.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Which field of a browser shows a value. */
public final class DayField {
  private DayField() {}

  /**
   * Kind of the input: a browser's own field of a day, or of an hour of a day, empties itself of
   * what is none as it writes one, so that words, and days that do not exist, come back in a field
   * of text.
   *
   * @param type {@code date}, {@code datetime-local}, or any other kind, which stays
   * @param value what stands in it
   */
  public static String type(String type, String value) {
    return value.isEmpty() || isShown(type, value) ? type : "text";
  }

  private static boolean isShown(String type, String value) {
    try {
      return switch (type) {
        case "date" -> LocalDate.parse(value).getYear() > 0;
        case "datetime-local" -> LocalDateTime.parse(value).getYear() > 0;
        default -> true;
      };
    } catch (DateTimeException none) {
      return false;
    }
  }
}
