package org.passerelle.forms.expression;

/** Kleene's three truth values; unknown is also the value of everything that is not known. */
public enum Truth implements Value {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /** False if either is false, true only if both are. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** True if either is true, false only if both are. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Unknown stays unknown. */
  public Truth not() {
    if (this == UNKNOWN) {
      return UNKNOWN;
    }
    return this == TRUE ? FALSE : TRUE;
  }
}
