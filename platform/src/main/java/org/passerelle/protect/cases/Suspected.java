package org.passerelle.protect.cases;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Somebody is suspected, or related to a suspect; published in the transaction that records it.
 *
 * @param organisation whose files they are
 * @param persons all files that are of that person by what was stated
 * @param by who recorded it
 */
public record Suspected(UUID organisation, Set<UUID> persons, SignedIn by) {
  public Suspected {
    persons = Set.copyOf(persons);
  }
}
