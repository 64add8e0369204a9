package org.passerelle.protect.casework.care.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Language codes: HSDS allows ISO 639-1 and 639-3, Passerelle uses the shorter one. */
final class HsdsLanguages {
  private static final Map<String, String> SHORT = new HashMap<>();

  static {
    Arrays.stream(Locale.getISOLanguages())
        .filter(two -> two.length() == 2)
        .forEach(two -> SHORT.put(new Locale(two).getISO3Language(), two));
  }

  private HsdsLanguages() {}

  /** The code used here. */
  static String house(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT);
    return SHORT.getOrDefault(plain, plain);
  }
}
