package org.passerelle.disclosure;

/**
 * Name of a cell in a report.
 *
 * @param of its origin
 * @param figure its codes, such as {@code country=AL, sex=female}, or {@code total}
 * @param release release that contains it, or from which it differs
 */
public record CellName(Of of, String figure, String release) {
  /** Origin of a cell. */
  public enum Of {
    /** A cell of the release itself. */
    RELEASE("%s"),
    /** A cell of an earlier release. */
    EARLIER("%s in %s"),
    /** The difference between the release and an earlier one. */
    DIFFERENCE("%s less %s");

    private final String words;

    Of(String words) {
      this.words = words;
    }
  }

  /** In English, for programs. */
  @Override
  public String toString() {
    return of.words.formatted(figure, release);
  }
}
