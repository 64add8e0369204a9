package org.passerelle.understand.dossier.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.edition.Composer;
import org.passerelle.understand.dossier.edition.Document;
import org.passerelle.understand.dossier.edition.Edition;
import org.passerelle.understand.dossier.edition.Issue;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Component;

/** Renders versions of dossiers in the user's language. */
@Component
class DossierPages {
  private final Networks networks;
  private final CountryNames countries;
  private final Clock clock;

  DossierPages(Networks networks, CountryNames countries, Clock clock) {
    this.networks = networks;
    this.countries = countries;
    this.clock = clock;
  }

  /** As a page. */
  DossierPage page(Dossier dossier, Edition edition, Act act) {
    return new DossierPage(
        dossier.network(),
        dossier,
        write(dossier, edition, act.page().texts(), act.page().moments().zone(), act.who()),
        networks.version(dossier.network(), act.who()),
        edition == Edition.MAGISTRATE && act.who().is(Role.PROSECUTOR),
        act.form());
  }

  /** As a document in any language. */
  Document write(Dossier dossier, Edition edition, Texts texts, ZoneId zone, SignedIn who) {
    Dossier.Issued issued = dossier.issued();
    return Composer.write(
        edition,
        new Issue(
            dossier.title(),
            who.organisationName(),
            dossier.number(),
            LocalDate.ofInstant(dossier.computedAt(), zone),
            dossier.state(),
            issued == null ? null : LocalDate.ofInstant(issued.at(), zone),
            issued == null ? "" : issued.digest(),
            issued == null ? "" : issued.name(),
            dossier.texts()),
        dossier.findings(),
        dossier.legend(),
        texts,
        new Moments(texts, zone, clock),
        countries);
  }
}
