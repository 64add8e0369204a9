package org.passerelle.protect.casework.placement.zone;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows zones as a part of a case. */
@Configuration
class ZonePart {
  @Bean
  CasePart partOfZones(Zones zones) {
    return new CasePart(CaseSide.CARE, 16, "zone.part", "zones", zones::count);
  }

  /** Zones are deleted with the case by a foreign key. */
  @Component
  static class ZoneHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "exclusion_zone", "zone_proposal");
    }

    @Override
    public String room() {
      return "placement";
    }
  }
}
