package org.passerelle.refusal;

/**
 * Somebody else changed the same record since the page was opened; the page shows both versions and
 * loses neither.
 */
public final class ChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int current;

  public ChangedMeanwhile(int opened, int current) {
    super(
        "The page was opened with version %d, but the current version is %d.%nMaybe a colleague saved in between."
            .formatted(opened, current));
    this.current = current;
  }

  /** The current version. */
  public int current() {
    return current;
  }
}
