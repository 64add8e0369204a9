package org.passerelle.forms;

/** What identifiers in a definition look like, for whoever gives one. */
public final class FormIds {
  private FormIds() {}

  /** Of a form. */
  public static boolean isForm(String id) {
    return id.matches(FormReader.FORM_ID);
  }

  /** Of a section, a question or a list of the form. */
  public static boolean isPart(String id) {
    return id.matches(FormReader.QUESTION_ID);
  }

  /** Of a code. */
  public static boolean isCode(String id) {
    return id.matches(FormReader.CODE);
  }
}
