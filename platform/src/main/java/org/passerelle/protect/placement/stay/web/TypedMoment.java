package org.passerelle.protect.placement.stay.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;

/** Parses date and time as sent by a browser, in the reader's time zone. Pure functions. */
final class TypedMoment {
  private TypedMoment() {}

  /**
   * The required time; the present time if it is missing or invalid, with a fault recorded in the
   * form.
   */
  static Instant of(String field, Act act) {
    Filled form = act.form();
    String typed = form.neededText(field, 40);
    try {
      return LocalDateTime.parse(typed).atZone(act.page().moments().zone()).toInstant();
    } catch (DateTimeException e) {
      if (!typed.isEmpty()) {
        form.errors().add(field, "form.error.date");
      }
      return act.page().moments().now();
    }
  }

  /** Formats a time for a form field. */
  static String shown(Instant moment, Act act) {
    return LocalDateTime.ofInstant(moment, act.page().moments().zone())
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
