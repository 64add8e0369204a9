package org.passerelle.protect.phone;

import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What came from phones among the papers of a case, as a number. */
@Configuration
class PhonePart {
  @Bean
  CasePart partOfPhones(RecordsOfCase records) {
    return new CasePart(CaseSide.PAPERS, 70, "phones.part", "from-phones", records::count);
  }
}
