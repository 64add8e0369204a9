package org.passerelle.protect.casework.safety.risk.web;

import java.util.List;
import org.passerelle.protect.casework.care.needs.web.ComparedPage;
import org.passerelle.protect.casework.safety.risk.RiskFound;
import org.passerelle.protect.casework.safety.risk.RiskLevel;

/**
 * View of risk assessments: their results, and their answers side by side.
 *
 * @param found results, newest first
 */
public record RiskPage(List<RiskFound> found, ComparedPage compared) {
  public RiskPage {
    found = List.copyOf(found);
  }

  /** CSS class of a level's badge. */
  public String colour(RiskLevel level) {
    return switch (level.risk()) {
      case HIGH -> "danger";
      case RAISED -> "warn";
      case LOW, NOT_KNOWN -> "";
    };
  }
}
