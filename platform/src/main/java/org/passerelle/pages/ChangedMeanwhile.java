package org.passerelle.pages;

/**
 * Somebody else changed the same thing since the page was opened; the page shows both and loses
 * neither.
 */
public final class ChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int current;

  public ChangedMeanwhile(int opened, int current) {
    super(
        "The page was opened on version %d, and version %d stands.%nMaybe a colleague saved in between."
            .formatted(opened, current));
    this.current = current;
  }

  /** The version that stands. */
  public int current() {
    return current;
  }
}
