package org.passerelle.pages;

import java.time.LocalTime;
import java.util.Optional;
import org.passerelle.language.TimeParser;

/** A time of day in a form, as browsers send it or as people write it. */
public final class Hour {
  private static final int LONGEST = 20;

  private Hour() {}

  /** The time in a field; empty if there is none or it is invalid, which adds an error. */
  public static Optional<LocalTime> of(Filled form, String id) {
    String typed = form.text(id, LONGEST);
    Optional<LocalTime> hour = TimeParser.read(typed);
    if (hour.isEmpty() && !typed.isEmpty()) {
      form.errors().add(id, "form.error.hour");
    }
    return hour;
  }

  /** The same for a required field; returns noon while the errors say what is wrong. */
  public static LocalTime needed(Filled form, String id) {
    if (form.neededText(id, LONGEST).isEmpty()) {
      return LocalTime.NOON;
    }
    return of(form, id).orElse(LocalTime.NOON);
  }
}
