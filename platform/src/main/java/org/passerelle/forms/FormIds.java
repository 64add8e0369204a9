package org.passerelle.forms;

/** Syntax of the identifiers in a definition. */
public final class FormIds {
  private FormIds() {}

  /** A form's identifier. */
  public static boolean isForm(String id) {
    return id.matches(FormReader.FORM_ID);
  }

  /** The identifier of a section, a question or a list of the form. */
  public static boolean isPart(String id) {
    return id.matches(FormReader.QUESTION_ID);
  }

  /** A code. */
  public static boolean isCode(String id) {
    return id.matches(FormReader.CODE);
  }
}
