package org.passerelle.protect.safety;

import java.util.Map;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.placement.place.ShelterNames;
import org.springframework.stereotype.Component;

/** No word about the safety of a person names a shelter (rule 5). */
@Component
public class NoShelter {
  private final ShelterNames shelters;

  NoShelter(ShelterNames shelters) {
    this.shelters = shelters;
  }

  /**
   * Asks it of what was written, by field.
   *
   * @throws Refused on the first field that names one
   */
  public void check(Case file, Map<String, String> written) {
    written.forEach(
        (field, words) -> {
          if (!words.isBlank() && shelters.isNamedIn(words, file.organisation())) {
            throw new Refused("safety.refused.shelter").at(field);
          }
        });
  }
}
