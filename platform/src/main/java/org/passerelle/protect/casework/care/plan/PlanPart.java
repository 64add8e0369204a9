package org.passerelle.protect.casework.care.plan;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows the care plan as a part of a case. */
@Configuration
class PlanPart {
  @Bean
  CasePart partOfCarePlan(CarePlans plans) {
    return new CasePart(CaseSide.CARE, 12, "care.part", "care", plans::count);
  }

  /** Care plans are deleted with the case by foreign keys. */
  @Component
  static class PlanHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "care_goal", "care_step", "care_review");
    }

    @Override
    public String room() {
      return "care";
    }
  }
}
