package org.passerelle.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cannot be read or asked of a network; the message says where and what was expected. */
public final class BadNetwork extends IllegalArgumentException {
  private static final long serialVersionUID = 2;
  private static final int LONGEST = 1_000;
  private final transient @Nullable Sentence sentence;

  /**
   * A sentence in English for the person who asked a question by the command. Names in it may be
   * hostile: what would steer a terminal is taken out, what is too long is cut.
   */
  public BadNetwork(String english) {
    super(shown(english));
    sentence = null;
  }

  /** A sentence for the person who gave the file, in whatever language. */
  public BadNetwork(Wording wording, Object... arguments) {
    this(Sentence.of(wording, arguments));
  }

  private BadNetwork(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  /** What is said of a file, for other languages; nothing where it is no file that is bad. */
  public Optional<Sentence> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** The same with its place before it, unless it tells it already. */
  public BadNetwork in(Place place) {
    if (sentence == null) {
      return new BadNetwork(place + ": " + getMessage());
    }
    return sentence.placed() ? this : new BadNetwork(Wording.IN_PLACE, place, sentence);
  }

  /** Text on one line, without characters that steer terminals or turn the direction of writing. */
  public static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
