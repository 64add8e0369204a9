package org.passerelle.understand.network.web;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;

/**
 * A message of the file reader, in the user's language.
 *
 * @param language language of the text if it differs from the page's, else null
 */
public record FileMessage(String text, @Nullable String language) {
  private static final String KEY = "networkfile.";

  static FileMessage of(Sentence sentence, Texts texts) {
    return new FileMessage(BadNetwork.shown(words(sentence, texts)), null);
  }

  /** Why a file cannot be read; in English for messages without translation. */
  static FileMessage why(Exception unread, Texts texts) {
    if (!(unread instanceof BadNetwork bad)) {
      return new FileMessage(texts.text("networkfile.unreadable"), null);
    }
    return bad.sentence()
        .map(sentence -> of(sentence, texts))
        .orElseGet(() -> new FileMessage(String.valueOf(bad.getMessage()), "en"));
  }

  private static String words(Sentence sentence, Texts texts) {
    return texts.text(
        KEY + sentence.wording().code(),
        sentence.arguments().stream().map(argument -> argument(argument, texts)).toArray());
  }

  private static Object argument(Object argument, Texts texts) {
    if (argument instanceof Sentence inner) {
      return words(inner, texts);
    }
    return argument instanceof Place place ? words(place, texts) : argument;
  }

  private static String words(Place place, Texts texts) {
    return place.line() == 0
        ? place.file()
        : texts.text("networkfile.line", place.file(), Long.toString(place.line()));
  }
}
