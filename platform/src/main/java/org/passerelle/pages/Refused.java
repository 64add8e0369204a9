package org.passerelle.pages;

/** A rule of the house refuses what was asked; the user reads why and what else can be done. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key of the sentence in the language files
   * @param arguments of the sentence; identifiers or wording, never a name
   */
  public Refused(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments.clone();
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.clone();
  }
}
