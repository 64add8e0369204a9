package org.passerelle.prosecute.courtfile;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Case files as a part of an investigation, and what their table holds. */
@Configuration
class CourtFileParts {
  @Bean
  InvestigationPart partOfCourtFiles(CourtFileRows rows) {
    return new InvestigationPart(58, "courtfile.part", "case-files", rows::count);
  }

  /** What was sealed for a court leads to no case, and stays as it was sealed. */
  @Component
  static class CourtFileHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "case files as they were sealed for courts, with no way to a case",
          "court_file");
    }
  }
}
