package org.passerelle.steer.iati;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/** Sentences of the file in all its languages. */
final class Notes {
  private static final List<FileTexts> TEXTS =
      List.of("en", "fr", "sr-Cyrl").stream()
          .map(tag -> FileTexts.of(new Language(tag), "iati"))
          .toList();

  private static final Map<String, Wording> KNOWN = new ConcurrentHashMap<>();

  private Notes() {}

  /** The sentence; formatted once, since many activities share it. */
  static Wording of(String key, Object... arguments) {
    return KNOWN.computeIfAbsent(
        key + Arrays.toString(arguments), one -> formatted(key, arguments));
  }

  private static Wording formatted(String key, Object... arguments) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FileTexts one : TEXTS) {
      texts.put(one.language().key(), one.text(key, arguments));
    }
    return new Wording(texts);
  }
}
