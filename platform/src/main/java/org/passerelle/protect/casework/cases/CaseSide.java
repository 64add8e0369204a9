package org.passerelle.protect.casework.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Sides of a case, each a page of its own: the person, their care, legal matters, and the file.
 * Every part of a case belongs to one side.
 */
public enum CaseSide {
  PERSON,
  CARE,
  JUSTICE,
  PAPERS;

  /** Last segment of its URL, {@code care}; its label is {@code case.side.care}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side with a code, if it exists. */
  public static Optional<CaseSide> of(String code) {
    return Arrays.stream(values()).filter(side -> side.code().equals(code)).findFirst();
  }
}
