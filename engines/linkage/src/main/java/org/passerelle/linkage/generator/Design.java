package org.passerelle.linkage.generator;

import java.util.List;
import java.util.Locale;

/**
 * Kinds of lists in which one person is hard to tell from another, each for a reason of its own.
 */
public enum Design {
  /** One address for all, and birthdays on 1 January for people without papers. */
  CAMP("given_name,surname,date_of_birth,sex,nationality,address,phone", 0),
  /** Eight surnames, and cousins called after one grandfather. */
  VILLAGE("given_name,surname,date_of_birth,sex,address,phone", 31),
  /** People who moved from record to record, and married in between. */
  MOVED("given_name,surname,date_of_birth,sex,address,phone", 62),
  /** Years of birth alone; sons called like their fathers, daughters like mothers, and twins. */
  SETTLEMENT("given_name,surname,date_of_birth,sex,address", 93),
  /** Agencies of which one writes dates of birth and one ages. */
  AGENCIES("recorded_on,given_name,surname,date_of_birth,age,sex,nationality,phone", 124);

  private final String columns;

  /** So that two designs of one seed are not of the same chance. */
  final int chance;

  Design(String columns, int chance) {
    this.columns = columns;
    this.chance = chance;
  }

  /** The columns, besides the record's number, the source and the truth. */
  List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  /** As it is asked for. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
