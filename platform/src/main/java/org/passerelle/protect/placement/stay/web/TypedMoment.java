package org.passerelle.protect.placement.stay.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;

/** A day with its hour as a browser sends it, where the reader is. Plain functions. */
final class TypedMoment {
  private TypedMoment() {}

  /** What was typed, which must be there; now, while the errors say what is wrong with it. */
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

  /** As a field shows it. */
  static String shown(Instant moment, Act act) {
    return LocalDateTime.ofInstant(moment, act.page().moments().zone())
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
