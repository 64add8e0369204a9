package org.passerelle.protect.identity.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.linkage.generator.FamilyList;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;

/**
 * Files of invented persons as agencies of fifteen countries would write them, with the true
 * identities.
 */
final class InventedFiles {
  private static final RegionalNames NAMES = RegionalNames.load();
  final List<ComparedPerson> files = new ArrayList<>();
  final List<Integer> persons = new ArrayList<>();
  private final Map<String, Set<Integer>> byKey = new HashMap<>();
  private final Map<String, Double> shares = new HashMap<>();

  InventedFiles(int howMany, long seed) {
    RecordGenerator generator = RecordGenerator.load();
    for (int person = 0; person < howMany; person++) {
      for (GeneratedRecord record : generator.recordsOf(seed, person)) {
        add(file(record), person);
      }
    }
  }

  /**
   * Files of one place, some of whose persons live in families with one surname and telephone
   * number.
   *
   * @param families share from 0 to 1
   */
  InventedFiles(int howMany, double families, long seed) {
    FamilyList.csv(FamilyList.Shape.WHOLE, howMany, families, seed)
        .lines()
        .skip(1)
        .map(row -> row.split(",", -1))
        // files of one person are adjacent
        .sorted(Comparator.comparingInt(InventedFiles::person))
        .forEach(cells -> add(file(cells), person(cells)));
  }

  private void add(ComparedPerson file, int person) {
    int number = files.size();
    files.add(file);
    persons.add(person);
    for (Identity.Name name : file.identity().names()) {
      for (String word : NAMES.words(name.text())) {
        for (String key : NAMES.keys(word)) {
          byKey.computeIfAbsent(key, k -> new HashSet<>()).add(number);
        }
      }
    }
  }

  private static int person(String[] cells) {
    return Integer.parseInt(cells[7].substring(1));
  }

  private static ComparedPerson file(String[] cells) {
    String name = (cells[1] + " " + cells[2]).strip();
    return new ComparedPerson(
        UUID.randomUUID(),
        new Identity(
            name.isEmpty() ? List.of() : List.of(new Identity.Name("name", name)),
            cells[3],
            null,
            "",
            ""),
        new Contact(cells[6], "", ""),
        cells[4].isEmpty() ? null : cells[4],
        List.of());
  }

  static ComparedPerson file(GeneratedRecord record) {
    List<Identity.Name> names = new ArrayList<>();
    String name = (record.givenName() + " " + record.surname()).strip();
    if (!name.isEmpty()) {
      names.add(new Identity.Name("name", name));
    }
    Identity.AgeEstimate age =
        record.age().isEmpty()
            ? null
            : new Identity.AgeEstimate(
                Integer.parseInt(record.age()) - 1,
                Integer.parseInt(record.age()) + 1,
                LocalDate.parse(record.recordedOn()).toString(),
                "own_word");
    return new ComparedPerson(
        UUID.randomUUID(),
        new Identity(names, record.dateOfBirth(), age, record.document(), record.birthPlace()),
        new Contact(record.phone(), "", ""),
        record.sex().isEmpty() ? null : record.sex(),
        record.nationality().isEmpty() ? List.of() : List.of(record.nationality()));
  }

  double share(String word) {
    return shares.computeIfAbsent(
        word,
        w -> {
          Set<Integer> having = new HashSet<>();
          NAMES.keys(w).forEach(key -> having.addAll(byKey.getOrDefault(key, Set.of())));
          return Math.min(1, (having.size() + 0.5) / (files.size() + 1.0));
        });
  }

  /** Pairs that share a word by sound, smaller number first. */
  Set<Long> candidates() {
    Set<Long> pairs = new HashSet<>();
    for (Set<Integer> having : byKey.values()) {
      List<Integer> all = having.stream().sorted().toList();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          pairs.add(((long) all.get(i) << 32) | all.get(j));
        }
      }
    }
    return pairs;
  }
}
