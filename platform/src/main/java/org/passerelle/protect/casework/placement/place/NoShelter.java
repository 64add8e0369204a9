package org.passerelle.protect.casework.placement.place;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Ensures that texts which others than those who place will read do not name a shelter (rule 5).
 */
@Component
public class NoShelter {
  private final ShelterNames shelters;

  NoShelter(ShelterNames shelters) {
    this.shelters = shelters;
  }

  /**
   * Checks texts by field.
   *
   * @param organisations organisations whose places must not be named
   * @throws Refused at the first field that names a shelter
   */
  public void check(Map<String, String> written, UUID... organisations) {
    refuse(shelters.namedIn(written, organisations));
  }

  /**
   * The same with one place, even if none of these organisations places there any more.
   *
   * @param place identifier of the place
   */
  public void checkAt(UUID place, Map<String, String> written, UUID... organisations) {
    refuse(shelters.namedAt(place, written, organisations));
  }

  private static void refuse(Set<String> named) {
    named.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            field -> {
              throw new Refused("placement.refused.shelter").at(field);
            });
  }
}
