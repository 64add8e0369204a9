package org.passerelle.protect.casework.cases.relations;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A person is suspected or related to a suspect; published in the transaction that records it.
 *
 * @param organisation whose files they are
 * @param persons all files stated to be of that person
 * @param by user who recorded it
 */
public record PersonSuspected(UUID organisation, Set<UUID> persons, SignedIn by) {
  public PersonSuspected {
    persons = Set.copyOf(persons);
  }
}
