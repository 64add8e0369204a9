package org.passerelle.intersection;

import java.util.List;

/**
 * A person who is asked for.
 *
 * @param id what both sides call the question; tells nothing of the person
 */
public record Question(String id, List<Token> tokens) {
  public Question {
    tokens = List.copyOf(tokens);
  }
}
