package org.passerelle.protect.sharing.photograph;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows the number of photographs as a part of a case. */
@Configuration
class PhotographPart {
  @Bean
  CasePart partOfPhotographs(Photographs photographs) {
    return new CasePart(CaseSide.PERSON, 60, "photograph.part", "photographs", photographs::count);
  }

  /** Photographs are deleted with the case by a foreign key, and their keys with its key. */
  @Component
  static class PhotographHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(Table.erased("photograph", "what the person looks like"));
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update photograph set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
    }
  }
}
