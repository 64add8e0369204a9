package org.passerelle.work;

/** The user cancelled the work. */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Cancelled() {
    super("Cancelled by its user.");
  }
}
