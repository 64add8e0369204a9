package org.passerelle.partner.nodes.identity;

import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * An organisation as its node describes it.
 *
 * @param id as it is addressed in messages
 * @param handle first half of {@code handle@node}
 * @param name in the languages of that node; the first of them stands in for one that is missing
 * @param type one of the house's types of organisations
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param casework whether it takes referrals
 */
public record HostedOrganisation(
    UUID id,
    String handle,
    Map<String, String> name,
    String type,
    String country,
    boolean casework) {
  public HostedOrganisation {
    name = Map.copyOf(name);
  }

  /** The name for pages of this house. */
  public Wording wording() {
    return new Wording(name);
  }
}
