package org.passerelle.protect.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Consent;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.LegalGround;

/**
 * What may be shared of a case, and what was.
 *
 * @param organisations names by identifier
 * @param recipients organisations that can receive
 * @param guardians people around the person who could consent for them
 * @param today for telling what holds
 */
public record ConsentPage(
    Case file,
    List<Consent> consents,
    List<LegalGround> grounds,
    List<Disclosures.Disclosure> disclosures,
    List<Relations.Around> guardians,
    Map<UUID, String> organisations,
    List<Option> recipients,
    LegalBases.Answer instruments,
    Filled form,
    LocalDate today,
    CaseWords words) {

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }
}
