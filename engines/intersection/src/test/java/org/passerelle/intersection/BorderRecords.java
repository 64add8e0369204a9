package org.passerelle.intersection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.RegionalNames;

/** One person as recorded by officers of two countries, in two scripts if requested. */
final class BorderRecords {
  private static final Path SHARED = Path.of("../../../shared/linkage/data/region-name-pairs.tsv");
  private static final RecordGenerator GENERATOR = RecordGenerator.load();
  private static final int BESIDE = 7;

  record Pair(Identity file, Identity asked) {}

  private BorderRecords() {}

  static boolean present() {
    return Files.exists(SHARED);
  }

  /**
   * The forty pairs of names as recorded by officers of two countries. A pair of single words is
   * combined with another pair, so that both words have two spellings.
   */
  static List<Pair> region(boolean dayKnownToBoth) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(SHARED)) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      String[] beside = rows.get((i + BESIDE) % rows.size());
      LocalDate day = LocalDate.of(2008 + i % 9, 1 + i % 12, 2 + i % 26);
      Birth told = dayKnownToBoth ? Birth.on(day) : Birth.in(day.getYear());
      pairs.add(
          new Pair(
              new Identity(List.of(whole(row, beside, 1)), Birth.on(day), List.of(), List.of()),
              new Identity(List.of(whole(row, beside, 2)), told, List.of(), List.of())));
    }
    return pairs;
  }

  private static String whole(String[] row, String[] beside, int form) {
    return row[form].contains(" ") ? row[form] : row[form] + " " + beside[form].split(" ", -1)[0];
  }

  /**
   * The first generated persons recorded by two agencies in two scripts, with all mistakes.
   *
   * @param complete only if both recorded two names of the same person and a birth date or an age
   */
  static List<Pair> invented(long seed, int most, boolean complete) {
    RegionalNames names = RegionalNames.load();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; pairs.size() < most; i++) {
      List<GeneratedRecord> records = GENERATOR.recordsOf(seed, i);
      if (records.size() > 1) {
        GeneratedRecord one = records.get(0);
        GeneratedRecord two = records.get(1);
        if (script(one) != script(two)
            && (!complete
                || (told(one)
                    && told(two)
                    && names.comparePersons(whole(one), whole(two)).same()))) {
          pairs.add(new Pair(identity(one), identity(two)));
        }
      }
    }
    return pairs;
  }

  static List<Identity> strangers(long seed, int count) {
    List<Identity> strangers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      strangers.add(identity(GENERATOR.recordsOf(seed, i).get(0)));
    }
    return strangers;
  }

  private static boolean told(GeneratedRecord record) {
    return !record.givenName().isBlank()
        && !record.surname().isBlank()
        && !identity(record).birth().equals(Birth.UNKNOWN);
  }

  private static String whole(GeneratedRecord record) {
    return record.givenName() + " " + record.surname();
  }

  private static Character.UnicodeScript script(GeneratedRecord record) {
    return whole(record)
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .findFirst()
        .orElse(Character.UnicodeScript.UNKNOWN);
  }

  private static Identity identity(GeneratedRecord record) {
    Birth birth = Birth.UNKNOWN;
    if (!record.dateOfBirth().isEmpty()) {
      birth = Birth.read(record.dateOfBirth());
    } else if (!record.age().isEmpty()) {
      birth = Birth.ofAge(Integer.parseInt(record.age()), LocalDate.parse(record.recordedOn()));
    }
    return new Identity(
        List.of(whole(record)), birth, List.of(record.document()), List.of(record.phone()));
  }
}
