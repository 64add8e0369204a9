package org.passerelle.protect.letterbox;

import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * The contact point of a country without a node.
 *
 * @param type one of {@link org.passerelle.accounts.OrganisationTypes}
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param mail where the link is sent, the address of a function
 * @param phone where the code is read aloud
 * @param language tag of the language in which it is written to
 */
public record Letterbox(
    UUID id,
    Wording name,
    String type,
    String country,
    String mail,
    String phone,
    String language,
    boolean active) {

  /** What is entered of a new one. */
  public record Draft(
      String name, String type, String country, String mail, String phone, String language) {

    /** As a request for a second person's yes keeps it. */
    Map<String, String> parts() {
      return Map.of(
          "name", name,
          "type", type,
          "country", country,
          "mail", mail,
          "phone", phone,
          "language", language);
    }
  }
}
