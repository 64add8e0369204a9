package org.passerelle.outbox;

/**
 * A room does not take a message as it is, and will not later. Whoever sent it is told why. Nothing
 * of it has taken effect.
 */
public final class NotTaken extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Why why;
  private final String name;

  /**
   * Refuses.
   *
   * @param name code that is not known, or empty; never words
   */
  public NotTaken(Why why, String name) {
    super(why.name());
    this.why = why;
    this.name = name;
  }

  public Why why() {
    return why;
  }

  /** The code that is not known, or empty. */
  public String name() {
    return name;
  }

  /** Why. */
  public enum Why {
    /** A kind of message that no room takes. */
    UNKNOWN_KIND,
    /** A code that stands in none of the house's lists. */
    UNKNOWN_CODE,
    /** Its content is not of its kind. */
    CONTENT
  }
}
