package org.passerelle.forms.expression;

/** Kleene's three truth values; also the value of whatever is not known. */
public enum Truth implements Value {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /** False as soon as one is false, true only if both are. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** True as soon as one is true, false only if both are. */
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
