package org.passerelle.protect;

import java.util.Locale;

/** How far a person may come to harm as things stand. Nothing recorded is not the same as low. */
public enum Risk {
  NOT_KNOWN,
  LOW,
  RAISED,
  HIGH;

  /** The code in the list {@code risks}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with a code. */
  public static Risk of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The higher one. */
  public Risk or(Risk other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
