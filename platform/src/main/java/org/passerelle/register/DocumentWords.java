package org.passerelle.register;

import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;

/**
 * Sources of the packaged facts that are not publications, such as general knowledge, in each
 * language.
 */
final class DocumentWords {
  private static final Map<String, Wording> ALL =
      ResourceYaml.entries("register/documents.yaml").stream()
          .map(DocumentWords::wording)
          .collect(Collectors.toUnmodifiableMap(one -> one.byLanguage().get("en"), one -> one));

  private DocumentWords() {}

  private static Wording wording(Map<String, Object> one) {
    return new Wording(
        Map.of(
            "en", ResourceYaml.text(one, "en"),
            "fr", ResourceYaml.text(one, "fr"),
            "sr", ResourceYaml.text(one, "sr")));
  }

  /** Whether there is a translation. */
  static boolean knows(String document) {
    return ALL.containsKey(document);
  }

  /** The translation; unchanged if there is none. */
  static String in(Language language, String document) {
    Wording words = ALL.get(document);
    return words == null ? document : words.in(language);
  }
}
