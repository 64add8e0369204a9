package org.passerelle.evidence;

import java.util.Locale;

/** To whom an exhibit is disclosed. */
public enum Disclosure {
  /** Prosecution and defence. */
  BOTH,
  /**
   * Only the prosecution: the defence gets its number and digests, and the reason for withholding
   * it.
   */
  PROSECUTION;

  /** The word in the files of a case file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
