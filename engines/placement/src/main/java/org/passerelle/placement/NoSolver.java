package org.passerelle.placement;

/** The solver cannot run here; single places can still be checked for a single child. */
public final class NoSolver extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSolver(Throwable cause) {
    super(
        "The solver's library cannot be loaded on %s, %s.%nMaybe it was not built for this machine, or programs may not run from its temporary folder."
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
        cause);
  }
}
