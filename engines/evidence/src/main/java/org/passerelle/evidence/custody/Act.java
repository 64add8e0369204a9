package org.passerelle.evidence.custody;

import java.util.Locale;
import java.util.Optional;

/** What happened to an exhibit. */
public enum Act {
  /**
   * It was taken in and measured; the first entry of each chain and no other. Signed by who took
   * it.
   */
  INTAKE,
  /** The holder gave it and another took it; both sign. */
  HANDOVER,
  /** The holder offered it and the other did not take it; the other signs, the holder stays. */
  REFUSAL,
  /** The holder measured it again, and it was the same; the holder signs. */
  CHECK;

  /** As an entry says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Act> of(String word) {
    for (Act act : values()) {
      if (act.word().equals(word)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }

  boolean measures() {
    return this == INTAKE || this == CHECK;
  }
}
