package org.passerelle.understand.dossier.edition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a dossier is written. */
public enum Edition {
  /** The team's words, sources and texts; victims as V-1. */
  MAGISTRATE,
  /** No word of the team, nothing finer than a year or a country, no small count. */
  ANONYMISED;

  /** As in addresses and language files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** That of a code. */
  public static Optional<Edition> of(String code) {
    return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
  }
}
