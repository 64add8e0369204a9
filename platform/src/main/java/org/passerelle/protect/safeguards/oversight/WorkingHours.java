package org.passerelle.protect.safeguards.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.passerelle.partner.Holidays;

/**
 * Usual working hours: Monday to Friday, 7:00 to 20:00, except public holidays of the
 * organisation's country. Access outside them is not a fault, only unusual and worth a question.
 */
record WorkingHours(Holidays holidays, String country, ZoneId zone) {
  static final int BEGIN = 7;
  static final int END = 20;

  boolean contain(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate day = local.toLocalDate();
    return local.getHour() >= BEGIN
        && local.getHour() < END
        && !Holidays.weekend(day)
        && holidays.on(country, day).isEmpty();
  }
}
