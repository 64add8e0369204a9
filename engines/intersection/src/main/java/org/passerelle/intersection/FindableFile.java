package org.passerelle.intersection;

import java.util.List;

/**
 * A file of the asked side that may be found by this asker.
 *
 * @param id what the asked side calls it; never sent
 */
public record FindableFile(String id, List<Token> tokens) {
  public FindableFile {
    tokens = List.copyOf(tokens);
  }
}
