package org.passerelle.pages;

/** Not there, or not for this user: the same answer, so that nobody learns which. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFound() {
    super("Not found.");
  }
}
