package org.passerelle.protect.referral;

import java.util.UUID;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.placement.place.ShelterNames;
import org.passerelle.protect.placement.stay.PlacementCheck;
import org.springframework.stereotype.Component;

/**
 * Whether a referral may say where the person is now: not while they are in a placement, and never
 * by naming a shelter (rule 5).
 */
@Component
class PresentPlaceRules {
  private final PlacementCheck placed;
  private final ShelterNames shelters;

  PresentPlaceRules(PlacementCheck placed, ShelterNames shelters) {
    this.placed = placed;
    this.shelters = shelters;
  }

  /** Whether the present place may be stated at all. */
  boolean open(UUID caseId) {
    return !placed.is(caseId);
  }

  /**
   * Checks the text of the request.
   *
   * @throws Refused if it names a shelter
   */
  void refuseRequest(Case file, String words) {
    if (shelters.isNamedIn(words, file.organisation())) {
      throw new Refused("referral.refused.shelter.words").at("request");
    }
  }

  /**
   * Checks the stated place; an empty text is accepted.
   *
   * @throws Refused if it would reveal where somebody was placed
   */
  void refuse(Case file, String words) {
    if (words.isBlank()) {
      return;
    }
    if (!open(file.id())) {
      throw new Refused("referral.refused.placed").at("place");
    }
    if (shelters.isNamedIn(words, file.organisation())) {
      throw new Refused("referral.refused.shelter").at("place");
    }
  }
}
