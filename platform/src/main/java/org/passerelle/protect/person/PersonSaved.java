package org.passerelle.protect.person;

import java.util.List;
import java.util.UUID;

/**
 * Files of persons were created or changed; published within the transaction.
 *
 * @param persons at least one
 * @param organisation organisation of the files
 */
public record PersonSaved(List<UUID> persons, UUID organisation) {
  public PersonSaved {
    persons = List.copyOf(persons);
  }
}
