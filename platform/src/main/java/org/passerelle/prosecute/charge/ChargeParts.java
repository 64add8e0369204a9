package org.passerelle.prosecute.charge;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Charges as a part of an investigation, and what their tables hold. */
@Configuration
class ChargeParts {
  @Bean
  InvestigationPart partOfCharges(Charges charges) {
    return new InvestigationPart(30, "charge.part", "charges", charges::count);
  }

  /** Victims stand there by the entry, which leads nowhere when its basis has ended. */
  @Component
  static class ChargeHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "what the prosecution decided; victims by an entry that leads nowhere without its basis",
          "charge",
          "charge_victim");
    }
  }
}
