package org.passerelle.network;

import java.util.Arrays;
import java.util.List;

/**
 * A message about a file, in English or, by its {@link Wording#code}, in any other language.
 * Immutable.
 *
 * @param arguments in the order of the English wording: numbers, {@link Place}s, other sentences,
 *     and texts from the file. These may be hostile: terminal control characters are removed, and
 *     long texts are truncated
 */
public record Sentence(Wording wording, List<Object> arguments) {

  /** Copies the arguments and sanitises their texts. */
  public Sentence {
    arguments = arguments.stream().map(Sentence::harmless).toList();
  }

  /** With these arguments. */
  public static Sentence of(Wording wording, Object... arguments) {
    return new Sentence(wording, Arrays.asList(arguments));
  }

  private static Object harmless(Object argument) {
    return argument instanceof Number || argument instanceof Place || argument instanceof Sentence
        ? argument
        : BadNetwork.shown(String.valueOf(argument));
  }

  /** Whether it already contains a place in a file. */
  boolean placed() {
    return arguments.stream().anyMatch(Place.class::isInstance);
  }

  /** In English. */
  @Override
  public String toString() {
    return BadNetwork.shown(wording.pattern().formatted(arguments.toArray()));
  }
}
