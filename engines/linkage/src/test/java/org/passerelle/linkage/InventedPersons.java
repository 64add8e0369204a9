package org.passerelle.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.linkage.encoding.RecordGrams;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;

/**
 * N-grams of invented persons, one record each: first name, surname, date of birth. Some names are
 * frequent and many are rare, as everywhere; that is what an attacker lives on.
 */
public final class InventedPersons {
  private static final String[] SYLLABLES = {
    "an", "ber", "co", "dra", "el", "fi", "gor", "han", "il", "jo", "kat", "le", "mi", "na", "os",
    "pet", "ra", "sto", "ta", "ul", "va", "zor", "bla", "ne"
  };
  private static final List<String> ENDINGS = List.of("", "ov", "ic", "a", "i", "escu", "as", "ja");

  private InventedPersons() {}

  public static long[][] grams(int persons, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> first = names(random, 250);
    List<String> last = names(random, 900);
    StringBuilder csv = new StringBuilder("id,first_name,surname,dob\n");
    for (int p = 0; p < persons; p++) {
      csv.append(p).append(',').append(frequent(random, first)).append(',');
      csv.append(frequent(random, last)).append(',');
      int year = 2005 - (int) (55 * Math.sqrt(random.nextDouble() * random.nextDouble()));
      csv.append(
          String.format(
              Locale.ROOT, "%d-%02d-%02d%n", year, random.nextInt(1, 13), random.nextInt(1, 29)));
    }
    Encoding encoding = new Encoding(InventedLists.table(csv.toString()), Map.of(), Set.of());
    RecordGrams grams = new RecordGrams(encoding.population());
    return IntStream.range(0, persons).mapToObj(grams::of).toArray(long[][]::new);
  }

  /** The same of a design: all columns, the first record of each person. */
  public static long[][] grams(Design design, int persons, long seed) {
    String[] rows = DesignList.csv(design, persons, seed).split("\n", -1);
    int person = List.of(rows[0].split(",", -1)).indexOf("person");
    Set<String> seen = new HashSet<>();
    StringBuilder csv = new StringBuilder(rows[0]).append('\n');
    for (int r = 1; r < rows.length; r++) {
      String[] cells = rows[r].split(",", -1);
      if (cells.length > person && seen.add(cells[person])) {
        csv.append(rows[r]).append('\n');
      }
    }
    Encoding encoding =
        new Encoding(
            InventedLists.table(csv.toString()),
            Map.of(),
            Set.of("person", "source", "recorded_on"));
    RecordGrams grams = new RecordGrams(encoding.population());
    return IntStream.range(0, seen.size()).mapToObj(grams::of).toArray(long[][]::new);
  }

  private static List<String> names(SplittableRandom random, int count) {
    Set<String> names = new HashSet<>();
    while (names.size() < count) {
      StringBuilder name = new StringBuilder();
      for (int s = random.nextInt(1, 4); s >= 0; s--) {
        name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      names.add(name.append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString());
    }
    return names.stream().sorted().toList();
  }

  /** The frequencies of names fall about as one through their rank (Zipf). */
  private static String frequent(SplittableRandom random, List<String> names) {
    return names.get((int) (Math.pow(names.size() + 1.0, random.nextDouble()) - 1));
  }
}
