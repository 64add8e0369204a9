package org.passerelle.protect.casework.placement.stay.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.passerelle.language.TimeParser;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;

/**
 * Reads a day with an hour as sent by a browser or as people write it, in the reader's time zone.
 * Pure functions.
 */
final class TypedMoment {
  private static final int LONGEST = 80;

  private TypedMoment() {}

  /**
   * The required time; the present time if it is missing or invalid, with a fault recorded in the
   * form.
   *
   * @param label key of the field's label, which the fault names
   */
  static Instant of(String field, String label, Act act) {
    Filled form = act.form();
    String typed = form.neededText(field, LONGEST);
    try {
      return TimeParser.moment(typed).atZone(act.page().moments().zone()).toInstant();
    } catch (DateTimeException e) {
      if (!typed.isEmpty()) {
        form.errors().add(field, "form.error.moment", act.page().text(label));
      }
      return act.page().moments().now();
    }
  }

  /**
   * The same for a field that the page shows in some states only. In another state the step is
   * refused with its own reason, which a fault in a field that nobody sees would hide.
   */
  static Instant asked(boolean shown, String field, String label, Act act) {
    return shown ? of(field, label, act) : act.page().moments().now();
  }

  /** Formats a time for a form field. */
  static String shown(Instant moment, Act act) {
    return LocalDateTime.ofInstant(moment, act.page().moments().zone())
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
