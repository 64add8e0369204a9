package org.passerelle.prosecute.exhibit;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Exhibits as a part of an investigation, and what their tables hold. */
@Configuration
class ExhibitParts {
  @Bean
  InvestigationPart partOfExhibits(Exhibits exhibits) {
    return new InvestigationPart(55, "exhibit.part", "exhibits", exhibits::count);
  }

  /** No row leads to a person followed in a case; what a file shows is sealed. */
  @Component
  static class ExhibitHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "exhibits of the prosecution, with no way to a case",
          "exhibit_mark",
          "exhibit",
          "exhibit_upload",
          "exhibit_piece",
          "exhibit_derivation",
          "exhibit_source",
          "exhibit_disclosure",
          "redaction_area",
          "web_capture",
          "web_capture_file",
          "custody_entry",
          "custody_offer");
    }
  }
}
