package org.passerelle.house.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.Filled;

/** A text in every language as three fields side by side: {@code label.en}, {@code label.fr} … */
final class Tongues {
  private static final int MOST = 4000;

  private Tongues() {}

  /** What stands, into the fields. A name that is the same in every language stands in each. */
  static void store(Piece piece, String key, String field, Map<String, String> stored) {
    String everywhere = piece.text(key);
    for (String language : Wording.LANGUAGES) {
      stored.put(
          field + "." + language,
          everywhere.isEmpty() ? piece.piece(key).text(language) : everywhere);
    }
  }

  /** The same with what was typed. */
  static Piece read(Filled form, String field, Piece piece, String key) {
    Map<String, String> texts = new LinkedHashMap<>(others(piece.piece(key)));
    for (String language : Wording.LANGUAGES) {
      texts.put(language, form.text(field + "." + language, MOST));
    }
    String before = piece.text(key);
    boolean same = !before.isEmpty() && texts.values().stream().allMatch(before::equals);
    return same ? piece : piece.with(key, DraftEdit.wording(texts));
  }

  /** Languages that the house does not show, kept as the file has them. */
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

  /** In the reader's language, else in another one: beside it stands which are missing. */
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
