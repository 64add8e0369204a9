package org.passerelle.protect.care.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Codes of languages: HSDS takes those of ISO 639-1 and of 639-3, the house the shorter one. */
final class HsdsLanguages {
  private static final Map<String, String> SHORT = new HashMap<>();

  static {
    Arrays.stream(Locale.getISOLanguages())
        .filter(two -> two.length() == 2)
        .forEach(two -> SHORT.put(new Locale(two).getISO3Language(), two));
  }

  private HsdsLanguages() {}

  /** The code as the house writes it. */
  static String house(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT);
    return SHORT.getOrDefault(plain, plain);
  }
}
