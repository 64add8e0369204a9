package org.passerelle.understand.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A passage coded with a theme.
 *
 * @param theme code of the theme
 * @param starts first character of the passage in the transcript (UTF-16, from 0)
 * @param ends end of the passage, exclusive
 * @param by the coder
 */
public record Coding(UUID id, UUID interview, String theme, int starts, int ends, UUID by) {

  /**
   * The number of passages, with overlapping ones merged, so that two coders of the same sentence
   * do not count it twice.
   *
   * @param codings codings of one interview
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

  /** Whether it overlaps a range of characters. */
  boolean touches(int from, int to) {
    return starts < to && ends > from;
  }
}
