package org.passerelle.linkage.generator;

import java.util.List;

/**
 * One agency's record of an invented person. What the agency does not know is an empty text.
 *
 * @param person the truth: number of the person
 * @param source country of the agency that wrote it, ISO 3166-1 alpha-2
 * @param recordedOn day of the record, {@code 2023-05-17}
 * @param givenName as the officer wrote it
 * @param surname as the officer wrote it
 * @param fatherName where the agency asks for it
 * @param dateOfBirth {@code 2008-11-30}; the first of January where only the year is known
 * @param age in years at the day of the record, where no date is known
 * @param sex f or m
 * @param nationality ISO 3166-1 alpha-2, XK for Kosovo
 * @param birthPlace in the writing country's language, or as it was heard
 * @param document number of a travel paper
 * @param phone with the country's code, or without
 */
public record GeneratedRecord(
    int person,
    String source,
    String recordedOn,
    String givenName,
    String surname,
    String fatherName,
    String dateOfBirth,
    String age,
    String sex,
    String nationality,
    String birthPlace,
    String document,
    String phone) {

  /** Names of the columns; the first is the record's own number, the second the truth. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "person",
          "source",
          "recorded_on",
          "given_name",
          "surname",
          "father_name",
          "date_of_birth",
          "age",
          "sex",
          "nationality",
          "birth_place",
          "document",
          "phone");

  /** The cells below {@link #COLUMNS}. */
  public List<String> cells(int id) {
    return List.of(
        "r" + id,
        "p" + person,
        source,
        recordedOn,
        givenName,
        surname,
        fatherName,
        dateOfBirth,
        age,
        sex,
        nationality,
        birthPlace,
        document,
        phone);
  }
}
