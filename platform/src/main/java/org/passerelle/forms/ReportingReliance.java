package org.passerelle.forms;

import org.springframework.stereotype.Component;

/** Figures rely on counted answers. */
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
