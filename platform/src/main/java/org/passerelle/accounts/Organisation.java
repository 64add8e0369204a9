package org.passerelle.accounts;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * An organisation hosted on this node, the controller of its own files. Immutable.
 *
 * @param id 128 random bits
 * @param handle short name, unique on the node, first half of {@code handle@node}
 * @param name in every language of the application
 * @param type one of {@link OrganisationTypes}
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param mandate its duties by law or statutes, may be empty
 * @param place town, may be empty
 * @param dutyPhone telephone line answered day and night, may be empty
 * @param casework whether it manages cases; an institution that only steers or funds has none
 * @param active whether its users can sign in
 * @param created when it was created here
 */
public record Organisation(
    UUID id,
    String handle,
    Wording name,
    String type,
    String country,
    String mandate,
    String place,
    String dutyPhone,
    boolean casework,
    boolean active,
    Instant created) {

  /** Its address for other nodes. */
  public String address(String node) {
    return handle + "@" + node;
  }
}
