package org.passerelle.protect.casework.cases;

import java.time.Duration;
import java.util.Locale;

/** How soon something must happen for a person; it says nothing about whether they deserve help. */
public enum Urgency {
  ORDINARY(Duration.ofDays(3)),
  RAISED(Duration.ofHours(8)),
  HIGH(Duration.ofHours(2));

  private final Duration within;

  Urgency(Duration within) {
    this.within = within;
  }

  /** Time within which an answer is expected. */
  public Duration within() {
    return within;
  }

  /** Its code in the list {@code urgencies}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The urgency with a code; ordinary for an unknown code from a newer version or another node. */
  public static Urgency of(String code) {
    for (Urgency one : values()) {
      if (one.code().equals(code)) {
        return one;
      }
    }
    return ORDINARY;
  }

  /** The more urgent one. */
  public Urgency or(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
