package org.passerelle.protect.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a person's file that is visible without decrypting the identity.
 *
 * @param version incremented by each change; a form based on an older version shows what has
 *     changed
 * @param gender code, or null if unknown
 * @param birthYearFrom earliest year of birth, or null if unknown
 * @param birthYearTo latest year of birth, or null if unknown
 * @param maybeMinor whether they might be under 18; not sure counts as yes
 * @param minorAnswer the caseworker's own answer: {@code yes}, {@code no}, {@code not_sure}
 */
public record Person(
    UUID id,
    UUID organisation,
    int version,
    String state,
    @Nullable String gender,
    @Nullable Integer birthYearFrom,
    @Nullable Integer birthYearTo,
    boolean maybeMinor,
    String minorAnswer,
    List<String> nationalities,
    List<String> languages,
    Instant changedAt) {
  public Person {
    nationalities = List.copyOf(nationalities);
    languages = List.copyOf(languages);
  }
}
