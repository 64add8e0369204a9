package org.passerelle.protect.casework.cases;

import java.util.Locale;

/** Risk of harm to a person at present. No recorded risk is not the same as a low one. */
public enum Risk {
  NOT_KNOWN,
  LOW,
  RAISED,
  HIGH;

  /** Its code in the list {@code risks}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The risk with a code. */
  public static Risk of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public Risk or(Risk other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
