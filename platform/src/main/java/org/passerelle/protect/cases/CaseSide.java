package org.passerelle.protect.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The sides of a case, each a page: who the person is, how they are cared for, what the law does,
 * and what lies in the file. Every part of a case stands on one of them.
 */
public enum CaseSide {
  PERSON,
  CARE,
  JUSTICE,
  PAPERS;

  /** The last part of its address, {@code care}; its word is {@code case.side.care}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side with a code, if there is one. */
  public static Optional<CaseSide> of(String code) {
    return Arrays.stream(values()).filter(side -> side.code().equals(code)).findFirst();
  }
}
