package org.passerelle.forms;

import org.springframework.stereotype.Component;

/** Figures are made of answers that are counted. */
@Component
class ReportingReliance implements FormReliance {
  @Override
  public String key() {
    return "formimport.part.reporting";
  }

  @Override
  public boolean relies(FormComparison.Difference difference) {
    return !difference.reporting().isEmpty();
  }
}
