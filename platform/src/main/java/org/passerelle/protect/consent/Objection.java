package org.passerelle.protect.consent;

import java.util.List;

/**
 * Why something may not leave.
 *
 * @param key of the sentence that says why, and what else can be done
 */
public record Objection(String key, List<Object> arguments) {
  public Objection {
    arguments = List.copyOf(arguments);
  }

  static Objection of(String key, Object... arguments) {
    return new Objection(key, List.of(arguments));
  }
}
