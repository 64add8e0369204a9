package org.passerelle.prosecute.protection;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Protected persons as a part of an investigation, and what their tables hold. */
@Configuration
class ProtectionParts {
  @Bean
  InvestigationPart partOfProtection(ProtectedRows rows) {
    return new InvestigationPart(57, "protection.part", "protected", rows::count);
  }

  /** Sealed words that go with the victim's entry; numbers and marks stay. */
  @Component
  static class ProtectionHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "who is protected, by number; words that reveal a victim go with the victim's entry",
          "protected_person",
          "exhibit_identifies");
    }
  }
}
