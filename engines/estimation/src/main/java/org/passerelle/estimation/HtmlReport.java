package org.passerelle.estimation;

import java.util.List;

/** The report as a page. */
final class HtmlReport {
  private HtmlReport() {}

  static String of(Study study, List<Estimate> estimates) {
    return "<!doctype html><title>Estimate</title><pre>"
        + TextReport.of(study, estimates)
        + "</pre>";
  }
}
