package org.passerelle.understand.estimation;

import org.passerelle.estimation.Sentence;
import org.passerelle.language.Language;
import org.passerelle.language.SerbianScript;

/** Sentences of the engine in the reader's language and script. */
public final class EngineWords {
  private EngineWords() {}

  /** A sentence. */
  public static String say(Sentence sentence, Language language) {
    String text = sentence.in(language.key());
    return language.tag().equals("sr-Latn") ? SerbianScript.latin(text) : text;
  }

  /** A sentence without arguments, by its key. */
  public static String say(String key, Language language) {
    return say(Sentence.of(key), language);
  }
}
