package org.passerelle.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Pairs of names with known truth: our own, and those of others, which stand outside the project.
 */
public final class NamePairs {
  static final Path FOLDER = Path.of("../../../shared/linkage/data");

  /** Two names, what they name if that is known, and whether they are one. */
  record Pair(String left, String right, String schema, boolean same) {
    Comparison compared() {
      RegionalNames names = RegionalNames.load();
      return schema.isEmpty()
          ? names.compare(left, right)
          : schema.equals("Person")
              ? names.comparePersons(left, right)
              : names.compareOrganisations(left, right);
    }
  }

  /** How often the answer was right. */
  record Score(int pairs, int both, int said, int true_) {
    double precision() {
      return said == 0 ? 1 : (double) both / said;
    }

    double recall() {
      return true_ == 0 ? 1 : (double) both / true_;
    }

    double f1() {
      return 2 * precision() * recall() / Math.max(precision() + recall(), 1e-12);
    }

    double saidShare() {
      return (double) said / pairs;
    }
  }

  private NamePairs() {}

  static boolean present() {
    boolean there = Files.isRegularFile(FOLDER.resolve("name-pairs.csv"));
    if (!there) {
      System.out.println("No pairs of names beside the checkout; our own only.");
    }
    return there;
  }

  static List<Pair> own(String name, boolean same) {
    return resource(name).stream().map(r -> new Pair(r.get(0), r.get(1), "", same)).toList();
  }

  /** Rows of a table in the test resources, without comments and column names. */
  public static List<List<String>> resource(String name) {
    try (InputStream in = NamePairs.class.getResourceAsStream("/org/passerelle/linkage/" + name);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      return rows(reader.lines().toList()).stream().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pairs of names of the region, all of one person: the last two cells of each line. */
  static List<Pair> shared(String name) {
    return rows(lines(name)).stream().map(r -> new Pair(r.get(1), r.get(2), "", true)).toList();
  }

  private static List<List<String>> rows(List<String> lines) {
    return lines.stream()
        .filter(l -> !l.startsWith("#") && !l.isBlank())
        .map(l -> Arrays.asList(l.split("\t", -1)))
        .toList();
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The labelled pairs of OpenSanctions. */
  static List<Pair> labelled(boolean schema) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Pair> pairs = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(FOLDER.resolve("name-pairs.csv"))) {
      for (CSVRecord row : format.parse(in)) {
        pairs.add(
            new Pair(
                row.get("name1"),
                row.get("name2"),
                schema ? row.get("schema") : "",
                row.get("is_match").equals("true")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  static Score score(List<Pair> pairs) {
    int both = 0;
    int said = 0;
    int same = 0;
    for (Pair pair : pairs) {
      boolean answer = pair.compared().same();
      said += answer ? 1 : 0;
      same += pair.same ? 1 : 0;
      both += answer && pair.same ? 1 : 0;
    }
    return new Score(pairs.size(), both, said, same);
  }
}
