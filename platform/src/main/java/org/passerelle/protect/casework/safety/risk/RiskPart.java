package org.passerelle.protect.casework.safety.risk;

import java.util.List;
import java.util.Set;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Shows risk assessments as a part of a case, and lists the form questions on which they depend.
 */
@Configuration
class RiskPart {
  @Bean
  CasePart partOfRisk(RiskLevels levels) {
    return new CasePart(CaseSide.CARE, 45, "risk.part", "risk", levels::count);
  }

  /** Results are deleted with the case by a foreign key. */
  @Component
  static class RiskHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "risk_level");
    }

    @Override
    public String room() {
      return "safety";
    }
  }

  /** Urgency and risk of a case depend on these questions. */
  @Component
  static class RiskReliance implements FormReliance {
    private static final Set<String> QUESTIONS = Set.of(RiskLevel.QUESTION, "next_assessment");

    @Override
    public String key() {
      return "formimport.part.risk";
    }

    @Override
    public boolean relies(FormComparison.Difference difference) {
      return QUESTIONS.contains(difference.question());
    }
  }
}
