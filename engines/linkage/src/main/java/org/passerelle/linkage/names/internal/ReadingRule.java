package org.passerelle.linkage.names.internal;

import java.util.List;

/**
 * Letters that are read together, where their neighbours allow it.
 *
 * @param number place in the file
 * @param before what must follow; one of them fits, or there are none
 * @param after what must stand in front
 */
record ReadingRule(
    int number,
    String from,
    String to,
    List<String> before,
    List<String> after,
    List<String> notBefore,
    List<String> notAfter) {
  boolean plain() {
    return before.isEmpty() && after.isEmpty() && notBefore.isEmpty() && notAfter.isEmpty();
  }

  boolean fits(String edged, int start) {
    int end = start + from.length();
    return end < edged.length()
        && edged.startsWith(from, start)
        && (before.isEmpty() || follows(edged, end, before))
        && (after.isEmpty() || precedes(edged, start, after))
        && (notBefore.isEmpty() || !follows(edged, end, notBefore))
        && (notAfter.isEmpty() || !precedes(edged, start, notAfter));
  }

  private static boolean follows(String edged, int end, List<String> options) {
    for (String option : options) {
      if (edged.startsWith(option, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean precedes(String edged, int start, List<String> options) {
    for (String option : options) {
      if (edged.startsWith(option, start - option.length())) {
        return true;
      }
    }
    return false;
  }
}
