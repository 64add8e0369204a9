package org.passerelle.disclosure;

/**
 * The figures of a release as everybody may see them. Immutable by convention: the arrays are the
 * engine's own.
 */
public final class Published {
  private final Layout layout;
  private final Mark[] marks;
  private final long[] values;

  /** How a figure is shown. */
  public enum Mark {
    /** As it is. */
    SHOWN,
    /** Not at all: not zero where zeros are shown, small or large. */
    HIDDEN,
    /** A neighbouring multiple of the policy's base. */
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

  /** Everything shown but these. */
  static Published hiding(Figures figures, boolean[] hidden) {
    Mark[] marks = new Mark[hidden.length];
    for (int figure = 0; figure < hidden.length; figure++) {
      boolean behind = figure >= figures.layout().shown();
      marks[figure] = hidden[figure] || behind ? Mark.HIDDEN : Mark.SHOWN;
    }
    return new Published(figures.layout(), marks, figures.counts().clone());
  }

  /** Which figures there are. */
  public Layout layout() {
    return layout;
  }

  /** How a figure is shown. */
  public Mark mark(int figure) {
    return marks[figure];
  }

  /** What is shown of a figure; meaningless where it is hidden. */
  public long value(int figure) {
    return values[figure];
  }

  /** The least that a figure can be by what is shown of it alone. */
  public long low(int figure) {
    Policy policy = layout.release().policy();
    return switch (marks[figure]) {
      case SHOWN -> values[figure];
      case HIDDEN -> figure < layout.shown() ? policy.leastHidden() : 0;
      case ROUNDED -> Math.max(0, values[figure] - policy.base() + 1);
    };
  }

  /** The most that a figure can be by what is shown of it alone. */
  public long high(int figure) {
    return switch (marks[figure]) {
      case SHOWN -> values[figure];
      case HIDDEN -> org.passerelle.disclosure.internal.CellSystem.MUCH;
      case ROUNDED -> values[figure] + layout.release().policy().base() - 1;
    };
  }

  /** How many figures carry a mark. */
  public long many(Mark mark) {
    return java.util.Arrays.stream(marks, 0, layout.shown()).filter(one -> one == mark).count();
  }
}
