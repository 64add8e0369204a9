package org.passerelle.protect.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Consent;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.LegalGround;

/**
 * What may be shared of a case, and what was.
 *
 * @param organisations names by identifier
 * @param recipients organisations that can receive
 * @param guardians who could consent for them, or why not
 * @param reviewed consents of guardians who have become suspects
 * @param held how many messages wait for the review
 * @param signed consents that carry a signature
 * @param today for telling what holds
 */
public record ConsentPage(
    Case file,
    List<Consent> consents,
    List<LegalGround> grounds,
    List<Disclosures.Disclosure> disclosures,
    List<Option> guardians,
    List<Consent> reviewed,
    int held,
    Set<UUID> signed,
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
