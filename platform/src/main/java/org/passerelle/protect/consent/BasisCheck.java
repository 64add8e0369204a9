package org.passerelle.protect.consent;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.SendingCheck;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.springframework.stereotype.Component;

/**
 * Asks the basis once more at the moment of sending: consent, purpose and asylum may have changed
 * since.
 */
@Component
class BasisCheck implements SendingCheck {
  private final Consents consents;
  private final LegalGrounds grounds;
  private final Disclosures disclosures;
  private final DisclosureRules rules;
  private final Cases cases;

  BasisCheck(
      Consents consents,
      LegalGrounds grounds,
      Disclosures disclosures,
      DisclosureRules rules,
      Cases cases) {
    this.consents = consents;
    this.grounds = grounds;
    this.disclosures = disclosures;
    this.rules = rules;
    this.cases = cases;
  }

  @Override
  public Optional<String> objection(UUID cause, UUID message) {
    Optional<Disclosures.Disclosure> carried = disclosures.carriedBy(message);
    if (carried.isEmpty()) {
      return Optional.of("no-disclosure");
    }
    Disclosures.Disclosure disclosure = carried.get();
    Case file = cases.forHouse(disclosure.caseId());
    Set<String> categories = Released.categoriesOf(disclosure.fields());
    return judge(cause, file, disclosure, categories)
        .or(
            () ->
                rules.againstOnward(
                    file, disclosure.recipient(), disclosure.purpose(), disclosure.fields()))
        .map(Objection::key);
  }

  private Optional<Objection> judge(
      UUID cause, Case file, Disclosures.Disclosure disclosure, Set<String> categories) {
    Optional<Consent> consent = consents.find(cause);
    if (consent.isPresent()) {
      return rules.against(
          file, disclosure.recipient(), disclosure.purpose(), categories, consent.get());
    }
    Optional<LegalGround> ground = grounds.find(cause);
    return ground.isPresent()
        ? rules.against(
            file, disclosure.recipient(), disclosure.purpose(), categories, ground.get())
        : Optional.of(Objection.of("no-basis"));
  }
}
