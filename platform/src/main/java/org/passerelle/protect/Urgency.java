package org.passerelle.protect;

import java.time.Duration;
import java.util.Locale;

/** How soon something must happen for a person; not whether they deserve help. */
public enum Urgency {
  ORDINARY(Duration.ofDays(3)),
  RAISED(Duration.ofHours(8)),
  HIGH(Duration.ofHours(2));

  private final Duration within;

  Urgency(Duration within) {
    this.within = within;
  }

  /** How long whoever is asked may take to answer. */
  public Duration within() {
    return within;
  }

  /** The code in the list {@code urgencies}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with a code; ordinary where a newer version or another node says what is not known. */
  public static Urgency of(String code) {
    for (Urgency one : values()) {
      if (one.code().equals(code)) {
        return one;
      }
    }
    return ORDINARY;
  }

  /** The more pressing one. */
  public Urgency or(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
