package org.passerelle.intersection;

import java.util.Set;

/**
 * A file of the asked side that was asked for.
 *
 * @param kinds kinds of the matching tokens
 */
public record Found(String question, String file, Set<Kind> kinds) {
  public Found {
    kinds = Set.copyOf(kinds);
  }
}
