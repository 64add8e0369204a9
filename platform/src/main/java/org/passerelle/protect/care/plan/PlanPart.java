package org.passerelle.protect.care.plan;

import java.util.List;
import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The care plan among the parts of a case. */
@Configuration
class PlanPart {
  @Bean
  CasePart partOfCarePlan(CarePlans plans) {
    return new CasePart(CaseSide.CARE, 12, "care.part", "care", plans::count);
  }

  /** It goes with the case by its foreign keys. */
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
