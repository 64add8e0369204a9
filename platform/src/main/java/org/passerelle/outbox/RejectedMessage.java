package org.passerelle.outbox;

/**
 * The receiving module rejects a message permanently. The sender is told why. The message has had
 * no effect.
 */
public final class RejectedMessage extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Why why;
  private final String name;

  /**
   * Rejects the message.
   *
   * @param name unknown code, or empty; never free text
   */
  public RejectedMessage(Why why, String name) {
    super(why.name());
    this.why = why;
    this.name = name;
  }

  public Why why() {
    return why;
  }

  /** The unknown code, or empty. */
  public String name() {
    return name;
  }

  /** The reason. */
  public enum Why {
    /** No module handles this type of message. */
    UNKNOWN_KIND,
    /** A code that is in none of the application's lists. */
    UNKNOWN_CODE,
    /** The content does not match the type. */
    CONTENT
  }
}
