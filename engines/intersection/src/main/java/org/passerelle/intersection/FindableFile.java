package org.passerelle.intersection;

import java.util.List;

/**
 * A file of the asked side that this asker may find.
 *
 * @param id the asked side's identifier; never sent
 */
public record FindableFile(String id, List<Token> tokens) {
  public FindableFile {
    tokens = List.copyOf(tokens);
  }
}
