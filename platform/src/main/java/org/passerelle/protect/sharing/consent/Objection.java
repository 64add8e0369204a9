package org.passerelle.protect.sharing.consent;

import java.util.List;

/**
 * Why something may not be disclosed.
 *
 * @param key key of the text that states the reason and alternatives
 */
public record Objection(String key, List<Object> arguments) {
  public Objection {
    arguments = List.copyOf(arguments);
  }

  static Objection of(String key, Object... arguments) {
    return new Objection(key, List.of(arguments));
  }
}
