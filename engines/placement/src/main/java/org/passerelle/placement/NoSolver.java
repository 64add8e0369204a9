package org.passerelle.placement;

/**
 * The solver cannot run here; whether a single place fits a single child can be asked all the same.
 */
public final class NoSolver extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSolver(Throwable cause) {
    super(
        "The solver's library cannot be loaded on %s, %s.%nMaybe this machine is none of those it was built for, or its temporary folder may run no programs."
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
        cause);
  }
}
