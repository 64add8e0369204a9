package org.passerelle.steer.iati;

import java.util.Map;
import org.passerelle.register.Entry;

/** Maps the register's types of organisations to the list OrganisationType. */
final class OrganisationTypes {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("government", "10"),
          Map.entry("governance_body", "10"),
          Map.entry("mission", "10"),
          Map.entry("regional_structure", "10"),
          Map.entry("embassy", "10"),
          Map.entry("authority", "10"),
          Map.entry("operator", "15"),
          Map.entry("international", "40"),
          Map.entry("fund", "40"),
          Map.entry("international_body", "40"),
          Map.entry("international_process", "40"),
          Map.entry("training_institution", "80"),
          Map.entry("private_sector", "70"));

  private OrganisationTypes() {}

  static String code(Entry organisation) {
    String type = organisation.text("type");
    if (type.equals("ngo")) {
      String country = organisation.text("country");
      return country.isEmpty() ? "21" : country.equals("FR") ? "22" : "24";
    }
    return CODES.getOrDefault(type, "90");
  }
}
