package org.passerelle.understand.network.web;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;

/**
 * What the reader of files says of one, in the language of whoever handed it in.
 *
 * @param language of the text where it is not the page's, else null
 */
public record FileSaid(String text, @Nullable String language) {
  private static final String KEY = "networkfile.";

  static FileSaid of(Sentence sentence, Texts texts) {
    return new FileSaid(BadNetwork.shown(words(sentence, texts)), null);
  }

  /** Why it cannot be read; in English where the reader says what is not said of files. */
  static FileSaid why(Exception unread, Texts texts) {
    if (!(unread instanceof BadNetwork bad)) {
      return new FileSaid(texts.text("networkfile.unreadable"), null);
    }
    return bad.sentence()
        .map(sentence -> of(sentence, texts))
        .orElseGet(() -> new FileSaid(String.valueOf(bad.getMessage()), "en"));
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
