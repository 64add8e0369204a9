package org.passerelle.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.linkage.names.NamePairs.Pair;

/** Frequent names of countries as others list them: natively, romanised, and beside one another. */
final class FrequentNames {
  private static final Set<String> REGION =
      Set.of("RS", "ME", "MK", "BG", "GR", "RO", "TR", "HR", "BA", "AL", "SI", "CY", "MD", "XK");
  private static final int NEAR = 2;

  private FrequentNames() {}

  /** A name in its own script and in Latin, of one country. */
  static Map<String, List<Pair>> romanised(Set<String> countries) {
    Map<String, Set<Pair>> pairs = new LinkedHashMap<>();
    for (CSVRecord row : rows()) {
      String nativeName = row.get("Localized Name").strip();
      String latin = row.get("Romanized Name").strip();
      boolean told =
          !nativeName.isEmpty() && !latin.isEmpty() && !(nativeName + latin).contains(" ");
      if (told && countries.contains(row.get("Country")) && !nativeName.equals(latin)) {
        pairs
            .computeIfAbsent(row.get("Country"), k -> new LinkedHashSet<>())
            .add(new Pair(nativeName, latin, "Person", true));
      }
    }
    Map<String, List<Pair>> lists = new LinkedHashMap<>();
    pairs.forEach((country, some) -> lists.put(country, List.copyOf(some)));
    return lists;
  }

  /** Two names of one list, at most two letters apart, that the list does not hold for one. */
  static List<Pair> lookingAlike() {
    Map<String, List<CSVRecord>> lists = new LinkedHashMap<>();
    for (CSVRecord row : rows()) {
      String name = row.get("Localized Name").strip();
      if (REGION.contains(row.get("Country")) && name.length() > 2 && !name.contains(" ")) {
        String list = row.get("Country") + (row.isMapped("Gender") ? row.get("Gender") : "surname");
        lists.computeIfAbsent(list, k -> new ArrayList<>()).add(row);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<CSVRecord> list : lists.values()) {
      for (int i = 0; i < list.size(); i++) {
        for (int j = 0; j < i; j++) {
          add(pairs, list.get(j), list.get(i));
        }
      }
    }
    return pairs;
  }

  private static void add(List<Pair> pairs, CSVRecord one, CSVRecord other) {
    String a = one.get("Localized Name").strip();
    String b = other.get("Localized Name").strip();
    boolean two = !one.get("Name Group").equals(other.get("Name Group")) && !a.equalsIgnoreCase(b);
    if (two && letters(a, b) <= NEAR) {
      pairs.add(new Pair(a, b, "Person", false));
    }
  }

  private static int letters(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static List<CSVRecord> rows() {
    List<CSVRecord> all = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (String kind : List.of("forenames", "surnames")) {
      String file = "common-" + kind + "-by-country.csv";
      try (BufferedReader in = Files.newBufferedReader(NamePairs.FOLDER.resolve(file))) {
        in.mark(1);
        if (in.read() != '\uFEFF') {
          in.reset();
        }
        all.addAll(format.parse(in).getRecords());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
