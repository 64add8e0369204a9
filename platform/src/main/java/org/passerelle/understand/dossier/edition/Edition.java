package org.passerelle.understand.dossier.edition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Readership of a dossier. */
public enum Edition {
  /** With the team's words, sources and texts; victims as V-1. */
  MAGISTRATE,
  /**
   * Without the team's words, and without anything more precise than a year or country or small
   * counts.
   */
  ANONYMISED;

  /** The code in addresses and language files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The edition with a code. */
  public static Optional<Edition> of(String code) {
    return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
  }
}
