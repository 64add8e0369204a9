package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** Tests the link command, from the lists to its output or refusal. */
@Tag("long")
class LinkRecordsTest {
  private static final String[] FIRST = {"Arben", "Jovana", "Elena", "Mircea", "Nikos", "Selma"};
  private static final String[] LAST = {
    "Hoxha", "Petrović", "Dimitrov", "Popescu", "Papas", "Kaya"
  };
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path left = Path.of("");
  private Path right = Path.of("");

  @BeforeEach
  void twoLists() throws IOException {
    StringBuilder one = new StringBuilder("nr,first_name,surname,dob,city,person\n");
    StringBuilder two = new StringBuilder("nr,given_name,last_name,date_of_birth,town,person\n");
    for (int p = 0; p < 120; p++) {
      String first = FIRST[p % 6] + (char) ('a' + p / 6 % 20);
      String last = LAST[p / 6 % 6] + (char) ('a' + p % 7) + "i";
      String born =
          String.format(Locale.ROOT, "%d-%02d-%02d", 1980 + p % 31, 1 + p % 12, 1 + p % 28);
      one.append("a%d,%s,%s,%s,Niš,%d%n".formatted(p, first, last, born, p));
      if (p % 2 == 0) {
        two.append(
            "b%d,%s,%s,%s,%s,%d%n"
                .formatted(
                    p, first, p % 3 == 0 ? last + "j" : last, born, p % 5 == 0 ? "" : "Niš", p));
      }
    }
    left = Files.writeString(folder.resolve("left.csv"), one.toString());
    right = Files.writeString(folder.resolve("right.csv"), two.toString());
  }

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void twoListsGivePairsWithProbabilityAndWeight() throws IOException {
    Path matches = folder.resolve("matches.csv");
    assertThat(run("link", left, right, "--out", matches, "--evaluate", "person", "--explain"))
        .as(err.toString())
        .isZero();
    List<String> lines = Files.readAllLines(matches);
    assertThat(lines.get(0)).isEqualTo("left,right,probability,weight");
    assertThat(lines).hasSizeBetween(55, 61);
    assertThat(lines.get(1)).matches("a\\d+,b\\d+,[01]\\.\\d{6},-?\\d+\\.\\d{4}");
    assertThat(out.toString()).contains("threshold without labels", "best threshold", "expects");
    assertThat(out.toString())
        .contains("pairs as matched", "exact clusters", "B-cubed", "truly one")
        .containsPattern("(?m)^0\\.99.* =+\\|?$")
        .doesNotContain("by cluster");
    Path explained = folder.resolve("matches.csv.explain.csv");
    // it contains names
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(explained)))
        .isEqualTo("rw-------");
    List<String> steps = Files.readAllLines(explained);
    assertThat(steps.get(0)).startsWith("left,right,attribute,agreement");
    // the contributions of a pair add up to its weight
    String[] pair = lines.get(1).split(",", -1);
    String last =
        steps.stream()
            .filter(s -> s.startsWith(pair[0] + "," + pair[1] + ","))
            .reduce((a, b) -> b)
            .orElseThrow();
    assertThat(Double.parseDouble(last.substring(last.lastIndexOf(',') + 1)))
        .isEqualTo(Double.parseDouble(pair[3]));
  }

  @Test
  void aDashIsStandardInputAndOutput() throws IOException {
    Path matches = folder.resolve("matches.csv");
    assertThat(run("link", left, "--out", matches)).as(err.toString()).isZero();
    out.getBuffer().setLength(0);
    InputStream before = System.in;
    try {
      System.setIn(Files.newInputStream(left));
      assertThat(run("link", "-", "--out", "-")).as(err.toString()).isZero();
    } finally {
      System.setIn(before);
    }
    // the report must not be mixed with the matches
    assertThat(out.toString()).isEqualTo(Files.readString(matches));
    assertThat(err.toString()).contains("120 records");
    assertThat(run("link", "-", "-", "--out", matches)).isEqualTo(2);
    assertThat(run("link", left, "--out", "-", "--explain")).isEqualTo(2);
  }

  @Test
  void clustersNameEveryRecordAndKeepTheirNames() throws IOException {
    Path all = folder.resolve("all.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(left));
    rows.addAll(Files.readAllLines(right).stream().skip(1).toList());
    Files.write(all, rows);
    Path first = folder.resolve("first.csv");
    assertThat(run("link", all, "--clusters", "--out", first)).as(err.toString()).isZero();
    List<String> lines = Files.readAllLines(first);
    assertThat(lines.get(0)).isEqualTo("cluster,record");
    assertThat(lines).hasSize(rows.size());
    Path renamed = folder.resolve("renamed.csv");
    Files.write(
        renamed, lines.stream().map(l -> l.startsWith("cluster") ? l : "known-" + l).toList());
    Path second = folder.resolve("second.csv");
    assertThat(run("link", all, "--clusters", "--known", renamed, "--out", second)).isZero();
    assertThat(Files.readAllLines(second)).isEqualTo(Files.readAllLines(renamed));
  }

  @Test
  void theSameSeedGivesTheSameFile() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    assertThat(run("link", left, right, "--seed", "7", "--out", one)).isZero();
    assertThat(run("link", left, right, "--seed", "7", "--out", two)).isZero();
    assertThat(Files.readString(one)).isEqualTo(Files.readString(two));
  }

  @Test
  void whatIsWrongIsOneSentenceAndNothingIsWritten() throws IOException {
    Path target = folder.resolve("target.csv");
    Path colours = Files.writeString(folder.resolve("c.csv"), "id,colour\n1,red\n2,blue\n");
    Path twice = Files.writeString(folder.resolve("t.csv"), "id,surname\n1,Kos\n1,Rus\n");
    Path empty = Files.writeString(folder.resolve("e.csv"), "id,surname\n1,Kos\n,\n");
    Path huge =
        Files.writeString(folder.resolve("h.csv"), "id,surname\n1," + "a".repeat(1 << 20) + "\n");
    Path mixed =
        Files.write(
            folder.resolve("m.csv"),
            "id,surname\n1,M\u00fcller\n2,Kova\u00e8\n".getBytes(StandardCharsets.ISO_8859_1));
    Path equal = folder.resolve("q.csv");
    StringBuilder rows = new StringBuilder("id,surname\n");
    for (int i = 0; i < 200_000; i++) {
      rows.append(i).append(",Kos\n");
    }
    Files.writeString(equal, rows);
    Path config = Files.writeString(folder.resolve("x.yaml"), "colums: {}\n");
    Object[][] wrong = {
      {"link", colours, "--out", target},
      {"link", twice, "--out", target},
      {"link", empty, "--out", target},
      {"link", huge, "--out", target},
      {"link", mixed, "--out", target},
      {"link", equal, "--out", target},
      {"link", folder.resolve("none.csv"), "--out", target},
      {"link", folder, "--out", target},
      {"link", left, "--config", config, "--out", target},
      {"link", left, "--threshold", "2", "--out", target},
      {"link", left, "--id", "nobody", "--out", target},
      {"link", left, "--evaluate", "nobody", "--out", target},
      {"link", left, "--engine", "quantum", "--out", target},
      {"link", left, "--engine", "spark", "--out", target},
      {"link", left, "--engine", "spark", "--spark-conf", "memory=4g", "--out", target},
      {"link", folder.resolve("list.parquet"), "--out", target},
      {"link", left, "--format", "parquet", "--out", target},
      {"link", left, "--spark-conf", "spark.executor.memory=4g", "--out", target},
      {"link", left, "--out", folder.resolve("none").resolve("x.csv")},
      {"link", left},
    };
    for (Object[] arguments : wrong) {
      assertThat(run(arguments)).as(List.of(arguments).toString()).isEqualTo(2);
    }
    assertThat(err.toString().lines())
        .hasSize(wrong.length)
        .allMatch(line -> line.startsWith("passerelle: ") && line.endsWith("."));
    assertThat(target).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void ofNamesAloneItSaysThatPrecisionAndRecallAreUnknown() throws IOException {
    StringBuilder names = new StringBuilder("id,first_name,surname\n");
    for (String line : Files.readAllLines(left).subList(1, 40)) {
      String[] cells = line.split(",", -1);
      names.append(String.join(",", cells[0], cells[1], cells[2])).append('\n');
    }
    Path list = Files.writeString(folder.resolve("names.csv"), names.toString());
    assertThat(run("link", list, "--out", folder.resolve("matches.csv")))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("precision and recall are unknown, as fewer than three columns")
        .doesNotContain("expects");
  }

  @Test
  void whatAConfigurationFixesIsTakenOrRefusedByTheNameOfTheField() throws IOException {
    Path target = folder.resolve("matches.csv");
    String[][] wrong = {
      {"fixed: {dob: {m: many}}", "fixed: dob: m should be a list of numbers"},
      {"fixed: {dob: {weight: [1]}}", "fixed: dob: weight is none of m, u, weights"},
      {"fixed: {dob: {weights: [1, 2]}}", "dob: weights has 2 numbers; 8 are expected"},
      {"fixed: {dob: 3}", "below fixed: dob"},
      {"fixed: {shoe: {weights: [1, 2]}}", "shoe is not a compared column"},
    };
    for (String[] one : wrong) {
      Path config = Files.writeString(folder.resolve("fixed.yaml"), one[0] + "\n");
      assertThat(run("link", left, "--config", config, "--out", target)).as(one[0]).isEqualTo(2);
      assertThat(err.toString()).contains(one[1]);
    }
    assertThat(target).doesNotExist();
    Path config =
        Files.writeString(
            folder.resolve("fixed.yaml"),
            "fixed: {dob: {weights: [-6, -4, -3, 0, 1, 0, 5, 10]}}\ncolumns: {city: ignored}\n");
    assertThat(run("link", left, "--config", config, "--explain", "--out", target))
        .as(err.toString())
        .isZero();
  }

  @Test
  void whatNobodyCanKnowIsHandedToAPersonWithTheAccount() throws IOException {
    Path list = folder.resolve("agencies.csv");
    assertThat(
            run(
                "generate-records",
                "--design",
                "agencies",
                "--persons",
                "200",
                "--seed",
                "5",
                "--out",
                list))
        .as(err.toString())
        .isZero();
    Path matches = folder.resolve("matches.csv");
    Path review = folder.resolve("review.csv");
    assertThat(
            run(
                "link",
                list,
                "--evaluate",
                "person",
                "--review",
                review,
                "--explain",
                "--out",
                matches))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).containsPattern("[1-9]\\d* more pairs need manual review");
    List<String> rows = Files.readAllLines(review);
    assertThat(rows.get(0)).isEqualTo("left,right,probability,weight,why");
    List<String> unknown = rows.stream().filter(r -> r.endsWith("document is compared")).toList();
    assertThat(unknown).isNotEmpty().allMatch(r -> r.split(",", -1)[2].isEmpty());
    List<String> steps = Files.readAllLines(folder.resolve("review.csv.explain.csv"));
    for (String row : unknown) {
      String pair = row.substring(0, row.indexOf(',', row.indexOf(',') + 1) + 1);
      assertThat(steps).anyMatch(s -> s.startsWith(pair + "date_of_birth,missing"));
      assertThat(Files.readAllLines(matches)).noneMatch(m -> m.startsWith(pair));
    }
  }

  @Test
  void whatWasNotComparedIsNamed() throws IOException {
    assertThat(run("link", left, right, "--out", folder.resolve("matches.csv"))).isZero();
    assertThat(out.toString())
        .contains("Not compared: person; its name says nothing", "columns: {person: text}");
  }
}
