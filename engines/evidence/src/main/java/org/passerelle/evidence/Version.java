package org.passerelle.evidence;

import java.util.Locale;

/**
 * For whom a case file is compiled. Both versions list the digests of all exhibits, so that each
 * side can prove that it speaks of the same ones.
 */
public enum Version {
  /** Every exhibit. */
  PROSECUTION,
  /** What is disclosed to the defence; of the rest number, digests and reason. */
  DEFENCE;

  /** As the files of a case file say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(Disclosure disclosure) {
    return this == PROSECUTION || disclosure == Disclosure.BOTH;
  }
}
