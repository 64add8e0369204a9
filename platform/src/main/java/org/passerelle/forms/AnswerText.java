package org.passerelle.forms;

/**
 * Answers as a text that travels to another house. The same answers to the same form give the same
 * text, character by character.
 */
public final class AnswerText {
  private AnswerText() {}

  /** The text of answers to a form. */
  public static String of(FormDefinition form, Answers answers) {
    return new AnswerDocument(form.form(), form.version(), form.digest(), answers).json();
  }

  /**
   * Reads one.
   *
   * @throws IllegalStateException if it is none
   */
  public static Answers read(String text) {
    return AnswerDocument.read(text).answers();
  }
}
