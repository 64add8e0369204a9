package org.passerelle.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.commons.csv.CSVRecord;

/** The columns that tell persons apart and hold amounts, if the declaration names some. */
final class PersonColumns {
  private final String file;
  private final Counting counting;
  private final int personAt;
  private final int amountAt;
  private final Map<String, Integer> known = new HashMap<>();
  private int[] persons = new int[1_024];
  private long[] amounts = new long[1_024];
  private int rows;

  PersonColumns(String file, Counting counting, List<String> header) {
    this.file = file;
    this.counting = counting;
    String person = counting.person();
    Counting.Amount amount = counting.amount();
    personAt = person == null ? -1 : at(header, person, "person");
    amountAt = amount == null ? -1 : at(header, amount.column(), "amount.column");
  }

  private int at(List<String> header, String column, String field) {
    int at = header.indexOf(column);
    if (at < 0) {
      throw new BadRelease(
          "%s has no column %s, which %s names; it has %s."
              .formatted(file, column, field, String.join(", ", header)));
    }
    return at;
  }

  /** Whether each row is a person who is counted, so that nothing need be read here. */
  boolean isPlain() {
    return counting.person() == null && !counting.isAmount();
  }

  /**
   * Reads a row.
   *
   * @param line its number, for messages
   */
  void read(CSVRecord row, LongSupplier line) {
    if (isPlain()) {
      return;
    }
    if (rows == persons.length) {
      persons = Arrays.copyOf(persons, rows * 2);
      amounts = Arrays.copyOf(amounts, rows * 2);
    }
    String person = personAt < 0 ? "" : row.get(personAt).strip();
    if (personAt >= 0 && person.isEmpty()) {
      throw new BadRelease(
          "%s, line %d, column %s is empty: whose row is it? Maybe give each person a number."
              .formatted(file, line.getAsLong(), counting.person()));
    }
    persons[rows] = personAt < 0 ? rows : known.computeIfAbsent(person, p -> known.size());
    String amount = amountAt < 0 ? "1" : row.get(amountAt).strip();
    if (!amount.matches("[0-9]{1,9}")) {
      throw new BadRelease(
          "%s, line %d: %s is not an amount. Maybe a whole number from 0, with at most 9 digits."
              .formatted(
                  file,
                  line.getAsLong(),
                  amount.length() <= 60 ? amount : amount.substring(0, 60) + "…"));
    }
    amounts[rows++] = Long.parseLong(amount);
  }

  /** The records with what was read. */
  Records records(Release release, int[][] nodes, int size) {
    return isPlain()
        ? new Records(release, nodes, size, null)
        : Records.of(release, nodes, size, persons, amounts);
  }
}
