package org.passerelle.forms.answers;

import org.passerelle.forms.FormDefinition;

/**
 * Answers as text for another node. Serialisation is deterministic: the same answers to the same
 * form give the same text.
 */
public final class AnswerText {
  private AnswerText() {}

  /** Serialises the answers to a form. */
  public static String of(FormDefinition form, Answers answers) {
    return new AnswerDocument(form.form(), form.version(), form.digest(), answers).json();
  }

  /**
   * Parses the text.
   *
   * @throws IllegalStateException if it is malformed
   */
  public static Answers read(String text) {
    return AnswerDocument.read(text).answers();
  }
}
