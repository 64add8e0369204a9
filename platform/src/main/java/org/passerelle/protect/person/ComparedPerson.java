package org.passerelle.protect.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data compared to decide whether two files are of one person. Never shown; a page that shows an
 * identity opens it with {@link Persons#identity}, which is logged.
 *
 * @param gender code, or null if unknown
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
