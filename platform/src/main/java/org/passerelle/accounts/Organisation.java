package org.passerelle.accounts;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * An organisation hosted on this node; it is the controller of its own files. Immutable.
 *
 * @param id 128 random bits
 * @param handle short name, unique on the node, first half of {@code handle@node}
 * @param name in every language of the house
 * @param type one of {@link OrganisationTypes}
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param mandate what the law or its statutes charge it with, may be empty
 * @param place town, may be empty
 * @param dutyPhone line that answers day and night, may be empty
 * @param casework whether it follows persons; an institution that only steers or pays never has
 *     cases
 * @param active whether its users can sign in
 * @param created when it was entered here
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

  /** Address that other nodes use. */
  public String address(String node) {
    return handle + "@" + node;
  }
}
