package org.passerelle.protect.sharing.letterbox;

import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * The contact point of a country without a node.
 *
 * @param type one of {@link org.passerelle.accounts.OrganisationTypes}
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param mail address to which the link is sent, of a function rather than a person
 * @param phone number on which the code is read aloud
 * @param language tag of the language of its messages
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

  /** Data of a new letterbox. */
  public record Draft(
      String name, String type, String country, String mail, String phone, String language) {

    /** The form stored in a request for approval. */
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
