package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What link explains: the matches, or the pairs that somebody asks about. */
class ExplainPairsTest {
  private static final String[] FIRST = {"Arben", "Jovana", "Elena", "Mircea", "Nikos", "Selma"};
  private static final String[] LAST = {"Hoxha", "Petrović", "Dimitrov", "Popescu", "Papas"};
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path left = Path.of("");
  private Path right = Path.of("");
  private Path matches = Path.of("");

  @BeforeEach
  void twoLists() throws IOException {
    StringBuilder one = new StringBuilder("nr,first_name,surname,dob\n");
    StringBuilder two = new StringBuilder("nr,first_name,surname,dob\n");
    for (int p = 0; p < 40; p++) {
      String row =
          String.format(
              Locale.ROOT,
              "%s,%s,%d-%02d-%02d\n",
              FIRST[p % 6] + (char) ('a' + p),
              LAST[p % 5] + "i",
              1970 + p % 31,
              1 + p % 12,
              1 + p % 28);
      one.append('a').append(p).append(',').append(row);
      if (p % 2 == 0) {
        two.append('b').append(p).append(',').append(row);
      }
    }
    left = Files.writeString(folder.resolve("left.csv"), one.toString());
    right = Files.writeString(folder.resolve("right.csv"), two.toString());
    matches = folder.resolve("matches.csv");
  }

  private int run(Object... arguments) {
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  /** The pairs that the file beside the matches explains. */
  private Set<String> explained() throws IOException {
    return Files.readAllLines(folder.resolve("matches.csv.explain.csv")).stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aPairIsExplainedWhetherItMatchedOrNot() throws IOException {
    Path review = folder.resolve("review.csv");
    assertThat(
            run(
                "link",
                "--explain",
                "a2,b2",
                left,
                right,
                "--out",
                matches,
                "--explain=a3,b4",
                "--review",
                review))
        .as(err.toString())
        .isZero();
    assertThat(explained()).containsExactly("a2,b2", "a3,b4");
    assertThat(folder.resolve("review.csv.explain.csv")).doesNotExist();
  }

  @Test
  void theOrderOfTheListsDoesNotMatter() throws IOException {
    assertThat(run("link", left, right, "--out", matches, "--explain", "b2,a2"))
        .as(err.toString())
        .isZero();
    assertThat(explained()).containsExactly("a2,b2");
  }

  @Test
  void aThirdRecordIsNotDropped() {
    assertThat(run("link", left, right, "--out", matches, "--explain", "a2,b2,b4")).isEqualTo(2);
    assertThat(err.toString()).contains("--explain a2,b2,b4: two records are expected");
    assertThat(matches).doesNotExist();
  }

  @Test
  void aListMayFollowTheOption() throws IOException {
    assertThat(run("link", "--explain", left, right, "--out", matches)).as(err.toString()).isZero();
    assertThat(explained()).hasSize(Files.readAllLines(matches).size() - 1);
  }

  @Test
  void aFileOfPairsMayBeTheMatchesThemselves() throws IOException {
    assertThat(run("link", left, right, "--out", matches)).as(err.toString()).isZero();
    Path asked = folder.resolve("asked.csv");
    Files.write(asked, Files.readAllLines(matches).subList(0, 4));
    assertThat(run("link", left, right, "--out", matches, "--explain-pairs", asked))
        .as(err.toString())
        .isZero();
    assertThat(explained()).hasSize(3);
    // as a spreadsheet saves it
    Files.writeString(asked, "\uFEFF" + Files.readString(matches));
    assertThat(run("link", left, right, "--out", matches, "--explain-pairs", asked))
        .as(err.toString())
        .isZero();
    Files.writeString(asked, "a2,a3\na3,a2\na5,a4\n");
    assertThat(run("link", left, "--out", matches, "--explain-pairs", asked))
        .as(err.toString())
        .isZero();
    assertThat(explained()).containsExactly("a2,a3", "a4,a5");
  }

  @Test
  void aRecordThatNobodyKnowsIsRefusedBeforeAnythingIsCompared() throws IOException {
    Path empty = Files.writeString(folder.resolve("none.csv"), "left,right\n");
    Path one = Files.writeString(folder.resolve("one.csv"), "a1\n");
    Object[][] wrong = {
      {"link", left, right, "--out", matches, "--explain", "a2,nobody"},
      {"link", left, "--out", matches, "--explain", "a2,a2"},
      {"link", left, right, "--out", matches, "--explain-pairs", empty},
      {"link", left, right, "--out", matches, "--explain-pairs", one},
      {"link", left, right, "--out", matches, "--explain-pairs", folder.resolve("not.csv")},
    };
    for (Object[] arguments : wrong) {
      assertThat(run(arguments)).as(List.of(arguments).toString()).isEqualTo(2);
    }
    assertThat(err.toString()).contains("right.csv has no record nobody");
    assertThat(err.toString().lines())
        .hasSize(wrong.length)
        .allMatch(line -> line.startsWith("passerelle: ") && line.endsWith("."));
    assertThat(matches).doesNotExist();
  }

  @Test
  void theResultIsJsonAsWell() throws IOException {
    assertThat(run("link", left, right, "--out", matches)).as(err.toString()).isZero();
    Path json = folder.resolve("matches.json");
    assertThat(run("link", left, right, "--out", json, "--format", "json"))
        .as(err.toString())
        .isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(answer.at("/records").asInt()).isEqualTo(60);
    assertThat(answer.at("/compared/0").asString()).isEqualTo("first_name (given_name)");
    List<String> rows = new ArrayList<>();
    for (JsonNode match : answer.at("/matches")) {
      rows.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%.6f,%.4f",
              match.at("/left").asString(),
              match.at("/right").asString(),
              match.at("/probability").asDouble(),
              match.at("/weight").asDouble()));
    }
    assertThat(rows).isEqualTo(Files.readAllLines(matches).stream().skip(1).toList()).isNotEmpty();
    assertThat(run("link", left, right, "--clusters", "--out", json, "--format", "json")).isZero();
    answer = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(answer.at("/clusters/0/left/0").asString()).isEqualTo("a0");
    assertThat(answer.at("/clusters/0/right/0").asString()).isEqualTo("b0");
    assertThat(run("link", left, "--out", json, "--format", "xml")).isEqualTo(2);
  }
}
