package org.passerelle.demo.prosecution;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;

/**
 * The investigation while it is being entered, in the language of those who work on it.
 *
 * @param today day on which the demonstration is filled
 */
record DemoCase(
    UUID id, SignedIn prosecutor, SignedIn investigator, Language language, LocalDate today) {
  private static final Map<String, Object> WORDS = ResourceYaml.read("demo/prosecution.yaml");

  /** A text of {@code demo/prosecution.yaml}. */
  String words(String key) {
    return words(key, language);
  }

  static String words(String key, Language language) {
    return ResourceYaml.wording(WORDS.get(key)).in(language);
  }

  /** Texts below a key of that file. */
  Map<String, String> fields(String key) {
    return ResourceYaml.map(WORDS.get(key)).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, field -> ResourceYaml.wording(field.getValue()).in(language)));
  }

  LocalDate daysAgo(int days) {
    return today.minusDays(days);
  }
}
