package org.passerelle.intersection;

import java.util.List;

/**
 * A person to ask for.
 *
 * @param id identifier shared by both sides; reveals nothing about the person
 */
public record Question(String id, List<Token> tokens) {
  public Question {
    tokens = List.copyOf(tokens);
  }
}
