package org.passerelle.pages;

import java.util.List;

/**
 * An error page that says what went wrong and what to do.
 *
 * @param heading what happened
 * @param sentence what to do
 * @param reference reference number under which the operator finds the details, or empty
 * @param back link to continue with
 * @param typed input that would otherwise be lost
 * @param call whether whoever reads it may be in danger, and is told to call
 */
public record ProblemPage(
    String heading,
    String sentence,
    String reference,
    String back,
    List<Typed> typed,
    boolean call) {

  /**
   * A submitted field.
   *
   * @param name its label, or empty
   */
  public record Typed(String name, String value) {}
}
