package org.passerelle.linkage.generator;

import java.time.LocalDate;

/**
 * An invented person of a list of one place, with what is shared by those who live together.
 *
 * @param otherSurname the one before or after marriage; empty where there is none
 * @param phone may be that of the household or of the shelter, or an empty text
 */
record Resident(
    String givenName,
    String surname,
    String otherSurname,
    LocalDate born,
    boolean woman,
    String house,
    String street,
    String phone) {
  Resident called(String given, String family) {
    return new Resident(given, family, otherSurname, born, woman, house, street, phone);
  }
}
