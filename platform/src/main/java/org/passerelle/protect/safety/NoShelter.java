package org.passerelle.protect.safety;

import java.util.Map;
import java.util.Set;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.placement.place.ShelterNames;
import org.springframework.stereotype.Component;

/** Ensures that texts about a person's safety do not name a shelter (rule 5). */
@Component
public class NoShelter {
  private final ShelterNames shelters;

  NoShelter(ShelterNames shelters) {
    this.shelters = shelters;
  }

  /**
   * Checks texts by field.
   *
   * @throws Refused at the first field that names a shelter
   */
  public void check(Case file, Map<String, String> written) {
    Set<String> named = shelters.namedIn(written, file.organisation());
    written.keySet().stream()
        .filter(named::contains)
        .findFirst()
        .ifPresent(
            field -> {
              throw new Refused("safety.refused.shelter").at(field);
            });
  }
}
