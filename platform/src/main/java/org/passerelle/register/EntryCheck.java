package org.passerelle.register;

import java.util.List;

/**
 * A module's rule for entries of one kind, checked before one is stored: violations prevent it and
 * are shown beside the field.
 */
public interface EntryCheck {
  /** The kind it applies to. */
  String kind();

  /** The violations; empty if there are none. */
  List<Problem> check(Entry entry, Facts facts);

  /**
   * A violation.
   *
   * @param field field concerned
   * @param key key of the message in the language files
   * @param arguments arguments of the message
   */
  record Problem(String field, String key, List<Object> arguments) {
    public Problem {
      arguments = List.copyOf(arguments);
    }
  }
}
