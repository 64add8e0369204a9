package org.passerelle.prosecute.charge;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;

/**
 * An offence of the register. Plain information: nothing is computed from its penalties.
 *
 * @param id identifier of the entry
 * @param from earliest day in force, if one is known
 * @param until latest day in force, if one is known
 * @param verified whether somebody read the law, and their name and the day stand there
 */
public record Offence(
    String id,
    Wording title,
    String country,
    String article,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    boolean noMeans,
    boolean verified) {

  static Offence of(Entry entry) {
    return new Offence(
        entry.id(),
        entry.wording("title"),
        entry.text("country"),
        entry.text("article"),
        entry.date("from-day").map(PartialDate::earliest),
        entry.date("until-day").map(PartialDate::latest),
        entry.flag("no-means"),
        entry.flag("verified")
            && !entry.text("verified-by").isBlank()
            && entry.date("read-on").isPresent());
  }

  /** Whether it was in force on a day, as far as the register knows. */
  public boolean inForce(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
