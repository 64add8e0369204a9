package org.passerelle.protect.casework.intake;

import java.util.Arrays;
import java.util.List;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Shows intake and follow-up as a part of a case, and lists the questions on which a case depends.
 */
@Configuration
class FormsPart {
  @Bean
  CasePart partOfForms(CaseForms forms) {
    return new CasePart(
        CaseSide.CARE, 15, "intake.part", "forms", (file, who) -> forms.of(file, who).size());
  }

  /** Forms are deleted with the case by a foreign key. */
  @Component
  static class IntakeHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "intake_sign");
    }

    @Override
    public String room() {
      return "safety";
    }
  }

  /** Urgency and risk of a case depend on these questions. */
  @Component
  static class IntakeReliance implements FormReliance {
    @Override
    public String key() {
      return "formimport.part.risk";
    }

    @Override
    public boolean relies(FormComparison.Difference difference) {
      return Arrays.stream(IntakeSign.values())
          .anyMatch(sign -> sign.questions().contains(difference.question()));
    }
  }
}
