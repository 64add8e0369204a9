package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** How two values of an attribute agree, as a level; values are numbers of its dictionary. */
public interface Comparison {
  /** What each level means, from 0 for values that differ up to the same value. */
  List<String> levels();

  /** The level of two values that are both there; symmetric. */
  int level(int a, int b);

  /** The same for another thread. */
  default Comparison another() {
    return this;
  }

  /** The level of two equal values. */
  default int same() {
    return levels().size() - 1;
  }

  /** Whether a level means the same value, if written otherwise, so that its frequency counts. */
  default boolean isSame(int level) {
    return level == same();
  }
}
