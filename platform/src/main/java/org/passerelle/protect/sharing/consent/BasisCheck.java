package org.passerelle.protect.sharing.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.SendingCheck;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.springframework.stereotype.Component;

/**
 * Checks the basis again at the moment of sending, since consent, purpose or asylum status may have
 * changed.
 */
@Component
class BasisCheck implements SendingCheck {
  private final StatedBasis bases;
  private final Disclosures disclosures;
  private final DisclosureRules rules;
  private final Consents consents;
  private final Cases cases;
  private final List<AccompanyingMessages> with;

  BasisCheck(
      StatedBasis bases,
      Disclosures disclosures,
      DisclosureRules rules,
      Consents consents,
      Cases cases,
      List<AccompanyingMessages> with) {
    this.with = List.copyOf(with);
    this.bases = bases;
    this.consents = consents;
    this.disclosures = disclosures;
    this.rules = rules;
    this.cases = cases;
  }

  @Override
  public Optional<String> objection(UUID cause, UUID message) {
    Optional<Disclosures.Disclosure> carried =
        disclosures
            .carriedBy(message)
            .or(
                () ->
                    with.stream()
                        .flatMap(w -> w.of(message).stream())
                        .findFirst()
                        .flatMap(disclosures::carriedBy));
    if (carried.isEmpty()) {
      return Optional.of("no-disclosure");
    }
    Disclosures.Disclosure disclosure = carried.get();
    Case file = cases.forHouse(disclosure.caseId());
    Set<String> categories = Released.categoriesOf(disclosure.fields());
    return bases
        .judge(file, disclosure.recipient(), disclosure.purpose(), categories, cause)
        .or(
            () ->
                rules.againstOnward(
                    file, disclosure.recipient(), disclosure.purpose(), disclosure.fields()))
        .map(Objection::key);
  }

  @Override
  public boolean underReview(UUID cause, UUID message) {
    return consents
        .find(cause)
        .filter(consent -> rules.underReview(cases.forHouse(consent.caseId()), consent))
        .isPresent();
  }
}
