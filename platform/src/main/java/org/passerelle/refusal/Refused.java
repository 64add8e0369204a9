package org.passerelle.refusal;

/**
 * A business rule refuses the request; the message tells the user why and what else can be done.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String key;
  private final transient Object[] arguments;
  private final String field;

  /**
   * @param key key of the message in the language files
   * @param arguments arguments of the message; identifiers or wording, never a name
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

  /** The same refusal, for a field of the form. */
  public Refused at(String where) {
    return new Refused(where, key, arguments);
  }

  /** The form field concerned, or empty. */
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
