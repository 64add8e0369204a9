package org.passerelle.protect.sharing.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.LegalGround;

/**
 * View of what may be shared of a case, and what was.
 *
 * @param organisations names by identifier
 * @param recipients organisations that can receive
 * @param guardians guardians who could consent, or why they cannot
 * @param reviewed consents of guardians who have become suspects
 * @param held number of messages waiting for the review
 * @param signed consents with a signature
 * @param today date for checking validity
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

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }
}
