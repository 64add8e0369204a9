package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** The page that asks about pairs, and what its answers tell. */
@Tag("long")
class LabelOptionsTest {
  private static final Pattern PAIR =
      Pattern.compile("<section class=\"pair\" data-left=\"([^\"]*)\" data-right=\"([^\"]*)\"");
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path list(Map<String, String> persons) throws IOException {
    Path list = folder.resolve("list.csv");
    assertThat(run("generate-records", "--persons", "600", "--seed", "9", "--out", list)).isZero();
    List<String> rows = new ArrayList<>(Files.readAllLines(list));
    int person = List.of(rows.get(0).split(",", -1)).indexOf("person");
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      persons.put(cells[0], cells[person]);
    }
    return list;
  }

  @Test
  void answersToPairsOfThePageTellThePrecision() throws IOException {
    Map<String, String> persons = new HashMap<>();
    Path list = list(persons);
    Path page = folder.resolve("page.html");
    Path matches = folder.resolve("matches.csv");
    assertThat(run("link", list, "--out", matches, "--evaluate", "person", "--label", page))
        .as(err.toString())
        .isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
    String html = Files.readString(page);
    assertThat(html)
        .doesNotContain("@name@", "<!--pairs-->", "http://", "https://")
        .contains("default-src 'none'")
        .endsWith("</html>\n");
    StringBuilder labels = new StringBuilder("pair,left,right,answer\n");
    Matcher pair = PAIR.matcher(html);
    int n = 0;
    int same = 0;
    while (pair.find()) {
      boolean one = Objects.equals(persons.get(pair.group(1)), persons.get(pair.group(2)));
      same += one ? 1 : 0;
      labels.append(
          "%d,%s,%s,%s%n".formatted(++n, pair.group(1), pair.group(2), one ? "same" : "different"));
    }
    // both sides of the threshold
    assertThat(same).isBetween(20, n - 10);
    Path answers = Files.writeString(folder.resolve("labels.csv"), labels.toString());
    double precision =
        figure("pairs after clustering, threshold without labels +[0-9.]+ +([0-9.]+)");
    out.getBuffer().setLength(0);
    assertThat(run("link", list, "--out", matches, "--evaluate", "person", "--labels", answers))
        .as(err.toString())
        .isZero();
    double low = figure("precision is [0-9.]+ \\(95 % interval ([0-9.]+)");
    double high = figure("precision is [0-9.]+ \\(95 % interval [0-9.]+ to ([0-9.]+)");
    assertThat(precision).isBetween(low - 0.0006, high + 0.0006);
    assertThat(high - low).isLessThan(0.15);
    assertThat(out.toString()).contains("that were not matched");
  }

  private double figure(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(out.toString());
    assertThat(found.find()).as(out.toString()).isTrue();
    return Double.parseDouble(found.group(1));
  }

  @Test
  void badAnswersAreRefusedAndNothingIsWritten() throws IOException {
    Path list = list(new HashMap<>());
    Path matches = folder.resolve("matches.csv");
    Map<String, String> refused =
        Map.of(
            "pair,left,right,answer\n1,r1,r2,perhaps\n", "perhaps is not an answer",
            "pair,left,right,answer\n1,r1,r2,same\n2,r1,r2,same\n", "answers twice of r1 and r2",
            "pair,left,right\n1,r1,r2\n", "has no column answer",
            "left,right,answer\nr1,r2,same\n", "has no column pair",
            "pair,left,right,answer\n1,nobody,r2,same\n", "nobody and r2, which are not both");
    for (Map.Entry<String, String> bad : refused.entrySet()) {
      Path labels = Files.writeString(folder.resolve("labels.csv"), bad.getKey());
      assertThat(run("link", list, "--out", matches, "--labels", labels)).isEqualTo(2);
      assertThat(err.toString()).contains(bad.getValue());
      assertThat(matches).doesNotExist();
    }
  }
}
