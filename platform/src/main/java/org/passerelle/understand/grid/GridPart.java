package org.passerelle.understand.grid;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Grids as a section of a case. */
@Configuration
class GridPart {
  @Bean
  CasePart partOfGrid(Grids grids) {
    return new CasePart(
        CaseSide.JUSTICE, 45, "grid.part", "grids", (file, who) -> grids.ofCase(file, who).size());
  }
}
