package org.passerelle.partner.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.language.Days;
import org.passerelle.language.Language;
import org.passerelle.pages.CountryNames;
import org.passerelle.partner.Countries;
import org.springframework.stereotype.Component;

/** Current names of countries. */
@Component
@PublicProcess
class PartnerNames implements CountryNames {
  private final Countries countries;
  private final Clock clock;

  PartnerNames(Countries countries, Clock clock) {
    this.countries = countries;
    this.clock = clock;
  }

  @Override
  public String name(String iso2, Language language) {
    LocalDate today = Days.newest(clock.instant());
    return countries.find(iso2).map(c -> c.name(today).in(language)).orElse(iso2);
  }

  @Override
  public Optional<String> footnote(String iso2, Language language) {
    return countries.find(iso2).map(Countries.Country::footnote).map(w -> w.in(language));
  }
}
