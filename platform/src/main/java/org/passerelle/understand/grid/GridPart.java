package org.passerelle.understand.grid;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** Grids among the parts of a case. */
@Component
class GridPart implements CasePart {
  private final Grids grids;

  GridPart(Grids grids) {
    this.grids = grids;
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String key() {
    return "grid.part";
  }

  @Override
  public String path() {
    return "grids";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return grids.ofCase(caseId, who).size();
  }
}
