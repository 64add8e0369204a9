package org.passerelle.protect.placement.stay;

import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Refused;
import org.passerelle.protect.placement.place.ShelterNames;
import org.springframework.stereotype.Component;

/**
 * Keeps names of shelters out of the log of a stay: the team of the case reads it, and never learns
 * where (rule 5).
 */
@Component
class StayLogWords {
  /** What somebody reports of a missing person is stored as it was written: it cannot wait. */
  private static final Set<String> AT_ONCE = Set.of("missing", "step", "arrived", "returned");

  /** Fields of the forms, by kind of event; all others are called {@code words}. */
  private static final Map<String, String> FIELDS =
      Map.of("away", "away_words", "later", "later_words");

  private final ShelterNames shelters;

  StayLogWords(ShelterNames shelters) {
    this.shelters = shelters;
  }

  /**
   * Checks words before they are stored.
   *
   * @param kind kind of the event
   * @throws Refused if they name a shelter
   */
  void check(Stay stay, String kind, String words, SignedIn who) {
    if (!AT_ONCE.contains(kind)
        && shelters.isNamedIn(words, stay.organisation(), who.organisation())) {
      throw new Refused("referral.refused.shelter.words").at(FIELDS.getOrDefault(kind, "words"));
    }
  }
}
