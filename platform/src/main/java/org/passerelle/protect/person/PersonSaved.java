package org.passerelle.protect.person;

import java.util.List;
import java.util.UUID;

/**
 * Files of persons were made or changed; told within the transaction.
 *
 * @param persons at least one
 * @param organisation whose files they are
 */
public record PersonSaved(List<UUID> persons, UUID organisation) {
  public PersonSaved {
    persons = List.copyOf(persons);
  }
}
