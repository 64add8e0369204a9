package org.passerelle.disclosure;

/**
 * The figures of a release in published form. Immutable by convention: the arrays belong to the
 * engine.
 */
public final class Published {
  private final Layout layout;
  private final Mark[] marks;
  private final long[] values;

  /** Form in which a figure is published. */
  public enum Mark {
    /** Unchanged. */
    SHOWN,
    /** Suppressed: not zero if zeros are shown; small or large. */
    HIDDEN,
    /** Rounded to a neighbouring multiple of the policy's base. */
    ROUNDED
  }

  Published(Layout layout, Mark[] marks, long[] values) {
    this.layout = layout;
    this.marks = marks;
    this.values = values;
    for (int figure = 0; figure < values.length; figure++) {
      if (marks[figure] == Mark.HIDDEN) {
        values[figure] = 0;
      }
    }
  }

  /** Everything shown except these. */
  static Published hiding(Figures figures, boolean[] hidden) {
    Mark[] marks = new Mark[hidden.length];
    for (int figure = 0; figure < hidden.length; figure++) {
      boolean behind = figure >= figures.layout().shown();
      marks[figure] = hidden[figure] || behind ? Mark.HIDDEN : Mark.SHOWN;
    }
    return new Published(figures.layout(), marks, figures.counts().clone());
  }

  /**
   * Reads a release that was written by {@link #json}.
   *
   * @param name its name, for messages
   * @throws BadRelease if it is not such a file, or its tables are contradictory
   */
  public static Published read(String name, byte[] json) {
    return ReleaseJson.read(name, json);
  }

  /** All of it as one file for programs, from which it can be read and audited again. */
  public String json() {
    return ReleaseJson.JSON.writeValueAsString(ReleaseJson.of(this)) + "\n";
  }

  /** The layout of the figures. */
  public Layout layout() {
    return layout;
  }

  /** The form of a figure. */
  public Mark mark(int figure) {
    return marks[figure];
  }

  /** The published value; meaningless if suppressed. */
  public long value(int figure) {
    return values[figure];
  }

  /** Lower bound of a figure by its published form alone. */
  public long low(int figure) {
    Release release = layout.release();
    return switch (marks[figure]) {
      case SHOWN -> values[figure];
      case HIDDEN -> figure < layout.shown() ? release.leastHidden() : 0;
      case ROUNDED -> Math.max(0, values[figure] - release.policy().base() + 1);
    };
  }

  /** Upper bound of a figure by its published form alone. */
  public long high(int figure) {
    return switch (marks[figure]) {
      case SHOWN -> values[figure];
      case HIDDEN -> org.passerelle.disclosure.internal.CellSystem.MUCH;
      case ROUNDED -> values[figure] + layout.release().policy().base() - 1;
    };
  }

  /** Number of figures in a form. */
  public long many(Mark mark) {
    return java.util.Arrays.stream(marks, 0, layout.shown()).filter(one -> one == mark).count();
  }
}
