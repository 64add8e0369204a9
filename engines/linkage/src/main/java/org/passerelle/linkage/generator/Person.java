package org.passerelle.linkage.generator;

import java.time.LocalDate;

/**
 * An invented person, as their own papers have them.
 *
 * @param secondName a second first name, or an empty text
 * @param surname both forms where there are two, parted by a slash
 * @param secondSurname as the surname; often empty
 * @param father the father's first name
 * @param fatherAsCustom how the country writes it between the names; empty where it does not
 * @param place row of the table of places
 */
record Person(
    int number,
    Country country,
    boolean woman,
    String givenName,
    String secondName,
    String surname,
    String secondSurname,
    String father,
    String fatherAsCustom,
    LocalDate born,
    int place,
    String document,
    String phone) {}
