package org.passerelle.protect.casework.determination;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows determinations as a part of a case. */
@Configuration
class DeterminationPart {
  @Bean
  CasePart partOfDeterminations(Determinations determinations) {
    return new CasePart(
        CaseSide.CARE, 13, "determination.part", "determinations", determinations::count);
  }

  /** Determinations are deleted with the case by foreign keys. */
  @Component
  static class DeterminationHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(
          Table.erased("determination", "what was found to be in the person's best interests"),
          Table.erased("determination_member", "who found so, and signed"));
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update determination set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
    }

    @Override
    public String room() {
      return "guardian";
    }
  }
}
