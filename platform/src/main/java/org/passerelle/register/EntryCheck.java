package org.passerelle.register;

import java.util.List;

/**
 * A rule of a room about entries of one kind, asked before one is stored: what it finds stands in
 * the way and is shown beside the field.
 */
public interface EntryCheck {
  /** The kind it judges. */
  String kind();

  /** What stands in the way; nothing if all is well. */
  List<Problem> check(Entry entry, Facts facts);

  /**
   * Something that stands in the way.
   *
   * @param field it is about
   * @param key of the sentence in the language files
   * @param arguments of the sentence
   */
  record Problem(String field, String key, List<Object> arguments) {
    public Problem {
      arguments = List.copyOf(arguments);
    }
  }
}
