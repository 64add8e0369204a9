package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the estimate command, from the table to its output or refusal. */
@Tag("long")
class EstimateNumbersTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path table = Path.of("");

  @BeforeEach
  void aTable() throws IOException {
    table = folder.resolve("table.csv");
    Files.writeString(
        table,
        "police,ngo,labour,count\n1,0,0,60\n0,1,0,45\n0,0,1,80\n1,1,0,9\n1,0,1,11\n0,1,1,8\n");
  }

  private int estimate(Object... more) {
    List<Object> all = new ArrayList<>(List.of("estimate"));
    all.addAll(List.of(more));
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.stream().map(Object::toString).toArray(String[]::new));
  }

  @Test
  void eachApproachIsOneObjectWithItsKeys() {
    assertThat(estimate(table, "--format", "json", "--bootstrap", "100")).isZero();
    JsonNode root = JsonMapper.builder().build().readTree(out.toString());
    assertThat(root.get("observed").asInt()).isEqualTo(213);
    assertThat(root.get("estimates")).hasSize(7);
    assertThat(root.get("findings").get("choices").size()).isGreaterThan(10);
    assertThat(root.get("findings").get("linkage")).hasSize(8);
    for (JsonNode one : root.get("estimates")) {
      assertThat(one.propertyNames())
          .contains(
              "lists",
              "observed",
              "method",
              "estimate",
              "lower",
              "upper",
              "level",
              "model",
              "terms",
              "aic",
              "bic",
              "deviance",
              "df",
              "refusedModels",
              "warnings",
              "seconds");
    }
    assertThat(out.toString()).doesNotContainPattern("[:\\[,] *-?(NaN|Infinity)");
  }

  @Test
  void textAndPageNeverShowOneNumberAlone() throws IOException {
    assertThat(estimate(table, "--method", "chao", "--bootstrap", "0")).isZero();
    assertThat(out.toString()).contains("stepwise", "loglinear", "Assumptions", "Disclosure");
    Path page = folder.resolve("report.html");
    assertThat(estimate(table, "--method", "chao", "--format", "html", "--out", page)).isZero();
    assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("<svg", "stepwise");
  }

  /** Words and numbers follow the language, not the machine's locale. */
  @Test
  @Tag("slow")
  void theReportSpeaksThreeLanguages() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(estimate(table, "--bootstrap", "0", "--language", "fr")).isZero();
      assertThat(out.toString())
          .contains("Combien sont-ils", "Listes indépendantes", "borne inférieure")
          .doesNotContain("lower bound", "No estimate")
          .doesNotContainPattern("[٠-٩]");
      out.getBuffer().setLength(0);
      assertThat(estimate(table, "--bootstrap", "0", "--language", "sr", "--format", "html"))
          .isZero();
      assertThat(out.toString()).contains("<html lang=\"sr\">", "Колико их има?", "доња граница");
      assertThat(estimate(table, "--language", "de")).isEqualTo(2);
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void whatIsMistypedIsOneSentenceAndNothingIsWritten() throws IOException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, "A,B,count\n1,0,3\n1,2,3\n");
    Path page = folder.resolve("report.json");
    assertThat(estimate(bad, "--out", page)).isEqualTo(2);
    assertThat(err.toString()).contains("line 3, column 2 (B): 0 or 1 is expected, found 2");
    assertThat(estimate(folder.resolve("none.csv"), "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--method", "guess", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--format", "pdf", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--level", "95", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--threshold", "-1", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--bootstrap", "-1", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--max-order", "0", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--delta", "0", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--classes", "1", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--prior", "1", "--out", page)).isEqualTo(2);
    assertThat(estimate(table, "--prior", "1,x", "--out", page)).isEqualTo(2);
    assertThat(estimate()).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(13)
        .allMatch(line -> line.startsWith("passerelle: "));
    assertThat(page).doesNotExist();
  }

  @Test
  void priorsMayBeOnesOwn() throws IOException {
    Path json = folder.resolve("dga.json");
    assertThat(
            estimate(table, "--method", "dga", "--delta", "0.5", "--format", "json", "--out", json))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(json)).containsPattern("\"delta\" ?: ?0\\.5");
    assertThat(
            estimate(
                table,
                "--method",
                "lcmcr",
                "--classes",
                "5",
                "--prior",
                "1,2",
                "--format",
                "json",
                "--out",
                json))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(json))
        .containsPattern("\"classes\" ?: ?5")
        .contains("concentrationRate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "negative|A,B,count;1,0,-3;1,1,2|line 2, column 3 (count)",
        "fraction|A,B,count;1,0,2.5;1,1,2|line 2, column 3 (count)",
        "one-list|A,count;1,3|at least two lists",
        "ten-lists|A,B,C,D,E,F,G,H,I,J,count;1,1,0,0,0,0,0,0,0,0,3|names 10 lists",
        "empty||is empty",
        "header-only|A,B,count|Nobody is on any list",
        "letters|A,B,count;1,x,3|line 2, column 2 (B): 0 or 1 is expected",
        "short-row|A,B,count;1,0|line 2 has 2 columns; 3 are expected",
        "too-large|A,B,count;1,1,99999999999999999999|line 2, column 3 (count)",
        "nobody|A,B,count;0,0,4;1,1,2|on no list at all",
        "same-name|A,A,count;1,1,2|a unique name"
      })
  void aBadFileIsOneSentenceThatSaysWhere(String name, @Nullable String rows, String sentence)
      throws IOException {
    Path bad = folder.resolve(name + ".csv");
    Files.writeString(bad, rows == null ? "" : rows.replace(';', '\n') + "\n");
    Path report = folder.resolve("report.json");
    assertThat(estimate(bad, "--format", "json", "--out", report)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).startsWith("passerelle: ");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(report).doesNotExist();
  }

  @Test
  void repeatedRowsAreAddedAndSaid() throws IOException {
    Path twice = folder.resolve("twice.csv");
    Files.writeString(twice, "A,B,count\n1,0,30\n1,0,20\n0,1,40\n1,1,10\n");
    assertThat(estimate(twice, "--method", "loglinear", "--format", "json")).isZero();
    JsonNode root = JsonMapper.builder().build().readTree(out.toString());
    assertThat(root.get("observed").asInt()).isEqualTo(100);
    assertThat(root.get("estimates").get(0).get("estimate").asDouble()).isCloseTo(300, within(0.1));
    assertThat(root.get("estimates").get(0).get("warnings").toString()).contains("repeat");
  }

  @Tag("slow")
  @Test
  void aBillionInACellIsAnsweredOrRefusedByEveryApproach() throws IOException {
    Path large = folder.resolve("large.csv");
    Files.writeString(
        large,
        "A,B,C,count\n1,0,0,1000000000\n0,1,0,900\n0,0,1,80\n1,1,0,7\n1,0,1,6\n0,1,1,5\n1,1,1,4\n");
    soundly(large);
  }

  /** Two to nine lists with typical difficulties: no overlap, few people. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 8, 9})
  void sparseTablesOfAnySizeAreAnsweredOrRefused(int lists) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int j = 0; j < lists; j++) {
      rows.append("L").append(j + 1).append(',');
    }
    rows.append("count\n");
    for (int j = 0; j < lists; j++) {
      rows.append(row(1 << j, lists, 20 + 13 * j));
      if (j + 1 < lists) {
        rows.append(row(3 << j, lists, j % 3));
      }
    }
    Path sparse = folder.resolve("sparse" + lists + ".csv");
    Files.writeString(sparse, rows.toString());
    soundly(sparse);
  }

  @Test
  void eightListsAreRefusedForAllGraphsBeforeAnythingIsWorkedOut() throws IOException {
    StringBuilder rows = new StringBuilder("A,B,C,D,E,F,G,H,count\n");
    for (int j = 0; j < 8; j++) {
      rows.append(row(1 << j, 8, 20)).append(row(j == 7 ? 129 : 3 << j, 8, 4));
    }
    Path eight = folder.resolve("eight.csv");
    Files.writeString(eight, rows.toString());
    Path report = folder.resolve("report.json");
    assertThat(estimate(eight, "--method", "dga", "--out", report)).isEqualTo(2);
    assertThat(err.toString()).contains("with 8 lists", "at most 7 lists", "bic and lcmcr");
    assertThat(report).doesNotExist();
    assertThat(estimate("--help")).isZero();
    assertThat(out.toString()).contains("dga (up to seven lists)");
  }

  private static String row(int history, int lists, int count) {
    StringBuilder row = new StringBuilder();
    for (int j = 0; j < lists; j++) {
      row.append(history >> j & 1).append(',');
    }
    return row.append(count).append('\n').toString();
  }

  private void soundly(Path file) {
    out.getBuffer().setLength(0);
    assertThat(estimate(file, "--format", "json", "--bootstrap", "50")).isZero();
    assertThat(out.toString()).doesNotContainPattern("[:\\[,] *-?(NaN|Infinity)");
    for (JsonNode one : JsonMapper.builder().build().readTree(out.toString()).get("estimates")) {
      boolean none = one.get("estimate").isNull();
      assertThat(!none || one.get("warnings").toString().contains("No estimate"))
          .as(one.get("method").asString())
          .isTrue();
    }
  }

  @Test
  @Tag("slow")
  void aMillionRowsOfPersonsAreCounted() throws IOException {
    Path people = folder.resolve("people.csv");
    StringBuilder rows = new StringBuilder("A,B,C\n");
    for (int i = 0; i < 1_000_000; i++) {
      rows.append(
          i % 10 == 0 ? "1,1,0\n" : i % 10 == 1 ? "0,1,1\n" : i % 2 == 0 ? "1,0,0\n" : "0,0,1\n");
    }
    Files.writeString(people, rows.toString());
    assertThat(estimate(people, "--method", "stepwise", "--bootstrap", "0", "--format", "json"))
        .isZero();
    assertThat(JsonMapper.builder().build().readTree(out.toString()).get("observed").asInt())
        .isEqualTo(1_000_000);
  }
}
