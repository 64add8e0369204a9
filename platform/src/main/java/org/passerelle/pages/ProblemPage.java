package org.passerelle.pages;

import java.util.List;

/**
 * A page that says what went wrong and what to do.
 *
 * @param heading what happened
 * @param sentence what to do
 * @param reference number under which the operator finds the values, or empty
 * @param back where to go on
 * @param typed what the reader had written and would otherwise lose
 */
public record ProblemPage(
    String heading, String sentence, String reference, String back, List<Typed> typed) {

  /**
   * A field as it was sent.
   *
   * @param name what people call it, or empty
   */
  public record Typed(String name, String value) {}
}
