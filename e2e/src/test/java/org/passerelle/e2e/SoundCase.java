package org.passerelle.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The valid fields of a new case. */
final class SoundCase {
  private SoundCase() {}

  /** The fields by name and value, valid except for these. */
  static String[] but(String... different) {
    String[] sound = {
      "country", "RS",
      "how_came", "self",
      "first_contact", "2026-01-05",
      "asylum", "none",
      "safe", "no",
      "might_be_minor", "no",
      "pseudonym", "Elm"
    };
    Map<String, String> fields = new LinkedHashMap<>();
    for (String[] pairs : new String[][] {sound, different}) {
      for (int i = 0; i < pairs.length; i += 2) {
        fields.put(pairs[i], pairs[i + 1]);
      }
    }
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }
}
