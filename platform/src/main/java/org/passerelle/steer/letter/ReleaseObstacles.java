package org.passerelle.steer.letter;

import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * Conditions that prevent the release of an issue. Every bean of this type is asked; a release
 * requires that none reports anything.
 */
public interface ReleaseObstacles {
  /** The obstacles, in display order. */
  List<Obstacle> of(Facts facts, Entry letter);

  /** Whether the obstacles depend on the facts alone, so that they are kept until those change. */
  default boolean followsFromFacts() {
    return true;
  }

  /** What does not hold the release back and is told to whoever prepares it. */
  default List<Obstacle> told(Facts facts, Entry letter) {
    return List.of();
  }

  /**
   * An obstacle.
   *
   * @param key key of the message in the language files
   * @param arguments arguments of the message: numbers, texts, or a {@link
   *     org.passerelle.language.Wording}, shown in the reader's language
   * @param href page where it can be corrected, with the field as fragment
   */
  record Obstacle(String key, List<Object> arguments, String href) {
    public Obstacle {
      arguments = List.copyOf(arguments);
    }

    /** A missing or outdated text of an entry, whose name is the second argument. */
    public boolean isAboutText() {
      return key.startsWith("letters.obstacle.missing.")
          || key.startsWith("letters.obstacle.stale.");
    }
  }
}
