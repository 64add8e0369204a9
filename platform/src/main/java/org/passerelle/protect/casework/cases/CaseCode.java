package org.passerelle.protect.casework.cases;

import java.util.Locale;

/** The short code of a case as people say and type it. */
public final class CaseCode {
  private CaseCode() {}

  /**
   * Normalises a typed code: {@code cuq js7} becomes {@code CUQ-JS7}. Six letters and digits form a
   * complete code, with or without a separator; shorter input is only converted to upper case.
   */
  public static String typed(String words) {
    String code = words.strip().toUpperCase(Locale.ROOT);
    String bare = code.replaceAll("[\\s\\p{Pd}]", "");
    return bare.matches("[2-9A-Z]{6}") ? bare.substring(0, 3) + "-" + bare.substring(3) : code;
  }
}
