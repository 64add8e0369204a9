package org.passerelle.refusal;

/**
 * The object does not exist, or the user may not see it: the answer is the same, so that nobody can
 * tell which.
 */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFound() {
    super("Not found.");
  }
}
