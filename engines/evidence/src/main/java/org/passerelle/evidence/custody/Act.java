package org.passerelle.evidence.custody;

import java.util.Locale;
import java.util.Optional;

/** An event in the custody of an exhibit. */
public enum Act {
  /**
   * It was taken in and measured; always and only the first entry of a chain. Signed by the person
   * taking it in.
   */
  INTAKE,
  /** It was handed over; signed by both giver and taker. */
  HANDOVER,
  /** It was offered and not accepted; signed by the person refusing, the holder is unchanged. */
  REFUSAL,
  /** The holder measured it again with the same result; signed by the holder. */
  CHECK;

  /** The word in an entry. */
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
