package org.passerelle.disclosure;

/**
 * What a cell is called in a report.
 *
 * @param of where it stands
 * @param figure by its codes, such as {@code country=AL, sex=female}, or {@code total}
 * @param release that it is of, or from which it differs
 */
public record CellName(Of of, String figure, String release) {
  /** Where a cell stands. */
  public enum Of {
    /** In the release itself. */
    RELEASE("%s"),
    /** In an earlier one. */
    EARLIER("%s in %s"),
    /** In none: it is what the release and an earlier one differ by. */
    DIFFERENCE("%s less %s");

    private final String words;

    Of(String words) {
      this.words = words;
    }
  }

  /** In English, as programs read it. */
  @Override
  public String toString() {
    return of.words.formatted(figure, release);
  }
}
