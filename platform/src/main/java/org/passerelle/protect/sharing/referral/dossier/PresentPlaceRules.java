package org.passerelle.protect.sharing.referral.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.casework.placement.stay.PlacementCheck;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Whether a referral may say where the person is now: not while they are in a placement, and never
 * by naming a shelter, in any field with words of its own (rule 5).
 */
@Component
public class PresentPlaceRules {
  /** Fields with words of their own; the others hold codes, days or names of persons. */
  private static final Set<Released> WORDS =
      Set.of(
          Released.DOCUMENTS,
          Released.ORIGIN,
          Released.TAKE_CARE,
          Released.SAFE_CONTACT,
          Released.PLACE_NOW,
          Released.PHONE,
          Released.ACCOUNT,
          Released.SCREENED_IDENTITY,
          Released.SCREENED_CASE,
          Released.SCREENED_HEALTH,
          Released.SCREENED_CONTACT,
          Released.SCREENED_NARRATIVE);

  private final PlacementCheck placed;
  private final ShelterNames shelters;

  PresentPlaceRules(PlacementCheck placed, ShelterNames shelters) {
    this.placed = placed;
    this.shelters = shelters;
  }

  /** Whether the present place may be stated at all. */
  public boolean open(UUID caseId) {
    return !placed.is(caseId);
  }

  /**
   * Which fields of a dossier or correction name a shelter.
   *
   * @param fields values by code of {@link Released}
   * @return their codes
   */
  public Set<String> named(Case file, Map<String, List<String>> fields) {
    Map<String, String> words = new HashMap<>();
    for (Released field : WORDS) {
      List<String> values = fields.getOrDefault(field.code(), List.of());
      if (!values.isEmpty()) {
        words.put(field.code(), String.join("\n", values));
      }
    }
    return shelters.namedIn(words, file.organisation());
  }

  private boolean isNamed(Case file, String text) {
    return shelters.isNamedIn(text, file.organisation());
  }

  /**
   * Checks the text of the request.
   *
   * @throws Refused if it names a shelter
   */
  public void refuseRequest(Case file, String words) {
    if (isNamed(file, words)) {
      throw new Refused("referral.refused.shelter.words").at("request");
    }
  }

  /**
   * Checks the stated place; an empty text is accepted.
   *
   * @throws Refused if it would reveal where somebody was placed
   */
  public void refuse(Case file, String words) {
    if (words.isBlank()) {
      return;
    }
    if (!open(file.id())) {
      throw new Refused("referral.refused.placed").at("place");
    }
    if (isNamed(file, words)) {
      throw new Refused("referral.refused.shelter").at("place");
    }
  }
}
