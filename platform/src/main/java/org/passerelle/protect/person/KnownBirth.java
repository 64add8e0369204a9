package org.passerelle.protect.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;

/** Date of birth as far as it is on file, and conclusions from it. */
public final class KnownBirth {
  private KnownBirth() {}

  /**
   * The date of birth as far as known: as entered, or as an interval from an estimate of the age.
   */
  public static @Nullable PartialDate of(Identity identity) {
    if (!identity.birth().isBlank()) {
      return PartialDate.parse(identity.birth());
    }
    Identity.AgeEstimate age = identity.age();
    if (age == null) {
      return null;
    }
    int year = LocalDate.parse(age.on()).getYear();
    return PartialDate.parse("[" + (year - age.to() - 1) + ".." + (year - age.from()) + "]");
  }

  /**
   * Rule 1; the caseworker's “yes” always counts, their “no” only if no date of birth contradicts
   * it.
   */
  public static boolean mightBeMinor(Identity identity, String answer, LocalDate on) {
    PartialDate birth = of(identity);
    if (answer.equals("yes")) {
      return true;
    }
    return birth == null
        ? !answer.equals("no")
        : MinorRule.during(birth, PartialDate.of(on), on).needsNoMeans();
  }

  public static @Nullable Integer year(@Nullable LocalDate day) {
    return day == null ? null : day.getYear();
  }
}
