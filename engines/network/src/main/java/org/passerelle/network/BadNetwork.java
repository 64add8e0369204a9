package org.passerelle.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network cannot be read or measured as requested; the message says where and what was expected.
 */
public final class BadNetwork extends IllegalArgumentException {
  private static final long serialVersionUID = 2;
  private static final int LONGEST = 1_000;
  private final transient @Nullable Sentence sentence;

  /**
   * A message in English for the user of the command. Names in it may be hostile: terminal control
   * characters are removed, and long ones are truncated.
   */
  public BadNetwork(String english) {
    super(shown(english));
    sentence = null;
  }

  /** A message for the author of the file, in any language. */
  public BadNetwork(Wording wording, Object... arguments) {
    this(Sentence.of(wording, arguments));
  }

  private BadNetwork(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  /** The message about a file, for translation; empty if it is not about a file. */
  public Optional<Sentence> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** The same with its place, unless it contains one already. */
  public BadNetwork in(Place place) {
    if (sentence == null) {
      return new BadNetwork(place + ": " + getMessage());
    }
    return sentence.placed() ? this : new BadNetwork(Wording.IN_PLACE, place, sentence);
  }

  /** Text on one line, without terminal control characters and bidirectional marks. */
  public static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
