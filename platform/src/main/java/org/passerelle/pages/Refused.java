package org.passerelle.pages;

/** A rule of the house refuses what was asked; the user reads why and what else can be done. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String key;
  private final transient Object[] arguments;
  private final String field;

  /**
   * @param key of the sentence in the language files
   * @param arguments of the sentence; identifiers or wording, never a name
   */
  public Refused(String key, Object... arguments) {
    this("", key, arguments.clone());
  }

  private Refused(String field, String key, Object[] arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments;
    this.field = field;
  }

  /** The same refusal, said beside a field of the form. */
  public Refused at(String where) {
    return new Refused(where, key, arguments);
  }

  /** Field of the form that it is about, or empty. */
  public String field() {
    return field;
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.clone();
  }
}
