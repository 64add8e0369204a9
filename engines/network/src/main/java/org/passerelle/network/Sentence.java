package org.passerelle.network;

import java.util.Arrays;
import java.util.List;

/**
 * Something that is said of a file, in English or by its {@link Wording#code} in any other
 * language. Immutable.
 *
 * @param arguments in the order of the English wording: numbers, {@link Place}s, other sentences,
 *     and texts from the file. Those may be hostile: what would steer a terminal is taken out, what
 *     is too long is cut
 */
public record Sentence(Wording wording, List<Object> arguments) {

  /** Makes a copy of the arguments and every text in it harmless. */
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

  /** Whether it says itself where in which file. */
  boolean placed() {
    return arguments.stream().anyMatch(Place.class::isInstance);
  }

  /** In English. */
  @Override
  public String toString() {
    return BadNetwork.shown(wording.pattern().formatted(arguments.toArray()));
  }
}
