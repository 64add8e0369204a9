package org.passerelle.house.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;

/** A text in every language as fields side by side: {@code label.en}, {@code label.fr} … */
final class TranslatedFields {
  private static final int MOST = 4000;

  private TranslatedFields() {}

  /**
   * Fills the fields with the stored texts. A name that is the same in every language appears in
   * each.
   */
  static void store(Piece piece, String key, String field, Map<String, String> stored) {
    String everywhere = piece.text(key);
    for (String language : Wording.LANGUAGES) {
      stored.put(
          field + "." + language,
          everywhere.isEmpty() ? piece.piece(key).text(language) : everywhere);
    }
  }

  /** Reads the submitted texts. */
  static Piece read(Filled form, String field, Piece piece, String key) {
    Map<String, String> texts = new LinkedHashMap<>(others(piece.piece(key)));
    for (String language : Wording.LANGUAGES) {
      texts.put(language, form.text(field + "." + language, MOST));
    }
    String before = piece.text(key);
    boolean same = !before.isEmpty() && texts.values().stream().allMatch(before::equals);
    return same ? piece : piece.with(key, DraftEdit.wording(texts));
  }

  /** Texts in languages that the application does not have, kept as in the file. */
  private static Map<String, String> others(Piece texts) {
    Map<String, String> others = new LinkedHashMap<>();
    texts
        .entries()
        .keySet()
        .forEach(
            language -> {
              if (!Wording.LANGUAGES.contains(language)) {
                others.put(language, texts.text(language));
              }
            });
    return others;
  }

  /**
   * The text in the user's language, otherwise in another one; missing languages are shown beside
   * it.
   */
  static String said(Piece piece, String key, Language language) {
    if (!piece.text(key).isEmpty()) {
      return piece.text(key);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    Piece found = piece.piece(key);
    found.entries().keySet().forEach(one -> texts.put(one, found.text(one)));
    texts.values().removeIf(String::isBlank);
    if (texts.containsKey(language.key())) {
      return new Wording(texts).in(language);
    }
    return Wording.LANGUAGES.stream()
        .filter(texts::containsKey)
        .findFirst()
        .map(other -> new Wording(texts).in(new Language(other)))
        .orElse("…");
  }
}
