package org.passerelle.understand.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A passage under a theme.
 *
 * @param theme code of the theme
 * @param starts first character of the passage in the transcript (UTF-16, from 0)
 * @param ends the one after its last
 * @param by the coder
 */
public record Coding(UUID id, UUID interview, String theme, int starts, int ends, UUID by) {

  /**
   * How many passages there are where overlapping ones count as one, so that two coders of the same
   * sentence do not make it two.
   *
   * @param codings of one interview
   */
  static int passages(List<Coding> codings) {
    List<Coding> sorted = new ArrayList<>(codings);
    sorted.sort(Comparator.comparingInt(Coding::starts));
    int passages = 0;
    int reached = 0;
    for (Coding coding : sorted) {
      if (coding.starts >= reached) {
        passages++;
      }
      reached = Math.max(reached, coding.ends);
    }
    return passages;
  }

  /** Whether it touches a range of characters. */
  boolean touches(int from, int to) {
    return starts < to && ends > from;
  }
}
