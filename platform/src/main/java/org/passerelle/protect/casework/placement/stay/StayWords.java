package org.passerelle.protect.casework.placement.stay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps names of shelters out of what is written during a stay: the team of the case reads it, and
 * never learns where (rule 5). Words that cannot be refused, or were stored before such words were,
 * are hidden from that team.
 */
@Component
public class StayWords {
  /** What somebody reports of a missing person is stored as it was written: it cannot wait. */
  private static final Set<String> AT_ONCE = Set.of("missing", "step", "arrived", "returned");

  /** Fields of the forms, by kind of event; all others are called {@code words}. */
  private static final Map<String, String> FIELDS =
      Map.of("away", "away_words", "later", "later_words");

  private final ShelterNames shelters;
  private final NoShelter shelter;

  StayWords(ShelterNames shelters, NoShelter shelter) {
    this.shelters = shelters;
    this.shelter = shelter;
  }

  /**
   * Checks the words of an event before they are stored.
   *
   * @param kind kind of the event
   * @param code additional code of that kind, or empty
   * @throws Refused if they name a shelter, or if the stay of a missing person ends without a word
   */
  void check(Stay stay, String kind, String code, String words, SignedIn who) {
    if (kind.equals("ended")
        && !code.equals("transfer")
        && stay.state().equals("missing")
        && words.isBlank()) {
      throw new Refused("stay.refused.end-missing").at("words");
    }
    if (!AT_ONCE.contains(kind)) {
      check(stay, Map.of(FIELDS.getOrDefault(kind, "words"), words), who);
    }
  }

  /**
   * Checks words by field before they are stored.
   *
   * @throws Refused if they name a shelter
   */
  void check(Stay stay, Map<String, String> words, SignedIn who) {
    shelter.checkAt(stay.place(), words, stay.organisation(), who.organisation());
  }

  /** Those events and alerts whose words name a shelter, such as what was written in an alarm. */
  public Set<UUID> naming(Stay stay, List<Stay.Event> events, List<Alert> alerts) {
    Map<UUID, String> words = new HashMap<>();
    events.forEach(event -> words.put(event.id(), event.words()));
    alerts.forEach(
        alert ->
            words.put(alert.id(), alert.words().authority() + " \n " + alert.words().reference()));
    return shelters.namedAt(stay.place(), words, stay.organisation());
  }
}
