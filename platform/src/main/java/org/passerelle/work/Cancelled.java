package org.passerelle.work;

/** The user asked the work to stop. */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Cancelled() {
    super("Cancelled by its user.");
  }
}
