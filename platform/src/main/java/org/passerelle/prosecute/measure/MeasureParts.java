package org.passerelle.prosecute.measure;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Measures and assets as parts of an investigation, and what their tables hold. */
@Configuration
class MeasureParts {
  @Bean
  InvestigationPart partOfMeasures(Measures measures) {
    return new InvestigationPart(40, "measure.part", "measures", measures::running);
  }

  @Bean
  InvestigationPart partOfAssets(Assets assets) {
    return new InvestigationPart(50, "measure.assets", "assets", assets::count);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class MeasureHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "what was ordered against suspects, and what was taken from them",
          "measure",
          "asset",
          "asset_step");
    }
  }
}
