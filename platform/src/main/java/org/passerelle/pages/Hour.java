package org.passerelle.pages;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of day in a form, in the browsers' format: 09:30. */
public final class Hour {
  private static final Pattern HOUR = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private Hour() {}

  /** The time in a field; empty if there is none or it is invalid, which adds an error. */
  public static Optional<LocalTime> of(Filled form, String id) {
    String typed = form.text(id, 5);
    if (HOUR.matcher(typed).matches()) {
      return Optional.of(LocalTime.parse(typed));
    }
    if (!typed.isEmpty()) {
      form.errors().add(id, "form.error.hour");
    }
    return Optional.empty();
  }

  /** The same for a required field; returns noon while the errors say what is wrong. */
  public static LocalTime needed(Filled form, String id) {
    if (form.neededText(id, 5).isEmpty()) {
      return LocalTime.NOON;
    }
    return of(form, id).orElse(LocalTime.NOON);
  }
}
