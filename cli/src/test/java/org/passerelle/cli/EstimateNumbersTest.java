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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that estimates, from the table to what it prints or refuses. */
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

  /** Words and numbers follow the language and not the machine. */
  @Test
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
    assertThat(estimate()).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(9).allMatch(line -> line.startsWith("passerelle: "));
    assertThat(page).doesNotExist();
  }
}
