package org.passerelle.steer.letter;

import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * What stands in the way of releasing an issue. Every bean of this kind is asked; a release needs
 * that none finds anything.
 */
public interface ReleaseObstacles {
  /** What stands in the way, in the order in which it is shown. */
  List<Obstacle> of(Facts facts, Entry letter);

  /**
   * Something that stands in the way.
   *
   * @param key of the sentence in the language files
   * @param arguments of the sentence: numbers, texts, or a {@link org.passerelle.language.Wording},
   *     which is shown in the reader's language
   * @param href where it can be put right, with the field as fragment
   */
  record Obstacle(String key, List<Object> arguments, String href) {
    public Obstacle {
      arguments = List.copyOf(arguments);
    }
  }
}
