package org.passerelle.partner.nodes.identity;

import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * An organisation as its node describes it.
 *
 * @param id its identifier in messages
 * @param handle first half of {@code handle@node}
 * @param name in the languages of that node; the first of them replaces a missing one
 * @param type one of this application's types of organisations
 * @param country ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param casework whether it accepts referrals
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

  /** The name for pages of this node. */
  public Wording wording() {
    return new Wording(name);
  }
}
