package org.passerelle.linkage;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Lists of invented persons with known truth, made of syllables so that no real list is needed. */
final class InventedLists {
  private static final String[] FIRST = {
    "ar", "be", "dra", "el", "fi", "go", "han", "il", "jo", "ka", "le", "mi", "na", "os", "pe", "sa"
  };
  private static final String[] LAST = {
    "ben", "dan", "ja", "ko", "lin", "mir", "ra", "san", "ta", "va"
  };
  private static final String[] PLACES = {
    "Tirana",
    "Skopje",
    "Sofia",
    "Belgrade",
    "Pristina",
    "Sarajevo",
    "Athens",
    "Bucharest",
    "Chisinau"
  };
  private final SplittableRandom random;
  private final double errors;

  /**
   * Lists of which a share is wrong.
   *
   * @param errors share of values that are wrong or missing
   */
  InventedLists(long seed, double errors) {
    this.random = new SplittableRandom(seed);
    this.errors = errors;
  }

  /** A table {@code id,first_name,surname,dob,city,phone,person}, in random order. */
  String csv(int persons, int mostRecords) {
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      String[] person = person();
      int records = 1 + random.nextInt(mostRecords);
      for (int r = 0; r < records; r++) {
        StringBuilder row = new StringBuilder("p" + p + "-" + r);
        for (String value : person) {
          row.append(',').append(written(value));
        }
        rows.add(row.append(',').append(p).toString());
      }
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      String row = rows.get(i);
      rows.set(i, rows.get(j));
      rows.set(j, row);
    }
    return "id,first_name,surname,dob,city,phone,person\n" + String.join("\n", rows) + "\n";
  }

  private String[] person() {
    return new String[] {
      syllables(2),
      syllables(3),
      String.format(
          Locale.ROOT,
          "%d-%02d-%02d",
          random.nextInt(1960, 2012),
          random.nextInt(1, 13),
          random.nextInt(1, 29)),
      PLACES[random.nextInt(PLACES.length)],
      "06" + random.nextInt(1_000_000, 9_999_999)
    };
  }

  private String syllables(int count) {
    StringBuilder word = new StringBuilder(FIRST[random.nextInt(FIRST.length)]);
    for (int i = 1; i < count; i++) {
      word.append(LAST[random.nextInt(LAST.length)]);
    }
    return word.toString();
  }

  private String written(String value) {
    if (random.nextDouble() >= errors) {
      return value;
    }
    if (random.nextInt(3) == 0) {
      return "";
    }
    int at = random.nextInt(value.length());
    char letter = Character.isDigit(value.charAt(at)) ? (char) ('0' + random.nextInt(10)) : 'x';
    return value.substring(0, at) + letter + value.substring(at + 1);
  }

  static PersonTable table(String csv) {
    try {
      return PersonTable.read(new StringReader(csv), "people.csv", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
