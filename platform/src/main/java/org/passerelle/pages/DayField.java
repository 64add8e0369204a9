package org.passerelle.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Chooses the type of an input field for a date. */
public final class DayField {
  private DayField() {}

  /**
   * The input type: a browser's date or date-time field discards a value that it does not
   * recognise, so invalid values are shown in a text field.
   *
   * @param type {@code date}, {@code datetime-local}, or any other type, which is returned
   *     unchanged
   * @param value value of the field
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
