package org.passerelle.evidence;

import java.util.Locale;

/**
 * Recipient of a case file. Both versions list the digests of all exhibits, so that each side can
 * prove that it refers to the same ones.
 */
public enum Version {
  /** Every exhibit. */
  PROSECUTION,
  /** What is disclosed to the defence; for the rest number, digests and reason. */
  DEFENCE;

  /** The word in the files of a case file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(Disclosure disclosure) {
    return this == PROSECUTION || disclosure == Disclosure.BOTH;
  }
}
