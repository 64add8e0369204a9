package org.passerelle.protect.casework.phone;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the number of records from phones as a part of a case. */
@Configuration
class PhonePart {
  @Bean
  CasePart partOfPhones(RecordsOfCase records) {
    return new CasePart(CaseSide.PAPERS, 70, "phones.part", "from-phones", records::count);
  }
}
