package org.passerelle.linkage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an attribute tells of a person, and so how two values are compared. The codes go into
 * encodings and never change.
 */
public enum AttributeKind {
  GIVEN_NAME(1),
  SURNAME(2),
  FULL_NAME(3),
  BIRTH_DATE(4),
  AGE(5),
  SEX(6),
  NATIONALITY(7),
  PLACE(8),
  ADDRESS(9),
  HOUSE_NUMBER(10),
  POSTCODE(11),
  REGION(12),
  PHONE(13),
  EMAIL(14),
  DOCUMENT(15),
  /** Words of any kind, such as an occupation. */
  TEXT(16),
  /** Several values in one cell, parted by semicolons or bars, such as languages spoken. */
  LIST(17),
  /** An attribute encoded by itself, for comparison within a trusted unit. */
  ENCODED(18),
  /** Read, and not compared. */
  IGNORED(0);

  private final int code;

  AttributeKind(int code) {
    this.code = code;
  }

  /** The number that stands for this kind in encodings. */
  public int code() {
    return code;
  }

  /** Whether it tells persons apart, alone or with others. */
  public boolean tellsPersonsApart() {
    return switch (this) {
      case GIVEN_NAME, SURNAME, FULL_NAME, BIRTH_DATE, ADDRESS, PHONE, EMAIL, DOCUMENT, ENCODED ->
          true;
      default -> false;
    };
  }

  /** The name in configuration files, such as {@code given_name}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of such a name. */
  public static Optional<AttributeKind> of(String id) {
    String wanted = id.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(kind -> kind.id().equals(wanted)).findFirst();
  }
}
