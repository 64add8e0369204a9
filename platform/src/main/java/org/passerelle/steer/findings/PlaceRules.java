package org.passerelle.steer.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.findings.Finding.Side;

/** Places and countries that do not go together. */
final class PlaceRules {
  private PlaceRules() {}

  /** “Sofia, Serbia”: an event takes place in a country in which its place does not lie. */
  static List<Finding> otherCountries(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry event : facts.all("event")) {
      Entry place = facts.ref(event, "place").orElse(null);
      String country = event.text("country");
      if (place == null || country.isEmpty() || !place.has("countries")) {
        continue;
      }
      List<String> lies = place.texts("countries");
      if (!lies.contains(country)) {
        found.add(
            new Finding(
                "place",
                List.of(place.name(), name(facts, country)),
                List.of(
                    new Side(event, country),
                    new Side(place, lies.stream().sorted().collect(Collectors.joining(", "))))));
      }
    }
    return found;
  }

  private static Wording name(Facts facts, String country) {
    return facts
        .find("country", country)
        .map(Entry::name)
        .orElseGet(() -> new Wording(Map.of("en", country, "fr", country, "sr", country)));
  }
}
