package org.passerelle.protect.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is compared to tell whether two files are of one person. It is shown to nobody; whoever
 * shows it opens the identity by {@link Persons#identity} and is logged.
 *
 * @param gender code, or null if not known
 */
public record ComparedPerson(
    UUID id,
    Identity identity,
    Contact contact,
    @Nullable String gender,
    List<String> nationalities) {
  public ComparedPerson {
    nationalities = List.copyOf(nationalities);
  }
}
