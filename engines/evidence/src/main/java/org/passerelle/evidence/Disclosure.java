package org.passerelle.evidence;

import java.util.Locale;

/** Who is given an exhibit. */
public enum Disclosure {
  /** Prosecution and defence. */
  BOTH,
  /** The prosecution alone: the defence learns its number and digests, and why it is kept back. */
  PROSECUTION;

  /** As the files of a case file say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
