package org.passerelle.protect.casework.safety.plan;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows the safety plan as a part of a case, and as missing if the risk is high. */
@Configuration
class SafetyPart {
  private static final int AFTER_THE_PLACE = 12;

  @Bean
  CasePart partOfSafety(SafetyPlans plans) {
    return new CasePart(CaseSide.CARE, 46, "safety.part", "safety-plan", plans::count);
  }

  @Bean
  CaseStanding standingOfSafety(SafetyPlans plans) {
    return (file, who, page) ->
        file.open() && file.risk() == Risk.HIGH && plans.count(file.id(), who) == 0
            ? CaseStanding.Standing.missing(
                CaseStanding.Missing.of(AFTER_THE_PLACE, "lacks.safety", "safety-plan/edit", page))
            : CaseStanding.Standing.NONE;
  }

  /** Safety plans are deleted with the case by a foreign key. */
  @Component
  static class SafetyHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "safety_plan");
    }

    @Override
    public String room() {
      return "safety";
    }
  }
}
