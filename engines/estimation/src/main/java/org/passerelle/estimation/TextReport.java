package org.passerelle.estimation;

import java.util.List;

/** The report for a terminal. */
final class TextReport {
  private TextReport() {}

  static String of(Study study, List<Estimate> estimates) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%d people on %d lists.%n".formatted(study.table().observed(), study.table().size()));
    for (Estimate e : estimates) {
      out.append("%s %s %s %s%n".formatted(e.method(), e.estimate(), e.lower(), e.upper()));
    }
    return out.toString();
  }
}
