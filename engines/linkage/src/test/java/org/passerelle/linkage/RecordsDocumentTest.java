package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;

/** The figures on records in docs/linkage.md; written anew with {@code -Dwrite.linkage}. */
@EnabledIf("org.passerelle.linkage.PublishedSets#present")
@Tag("slow")
@Tag("long")
class RecordsDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/linkage.md");
  private static final int PERSONS = 2_000;

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writes() throws IOException {
    String document = Files.readString(DOCUMENT);
    Files.writeString(DOCUMENT, replaced(document, "records", clear()));
  }

  @Test
  void theGoalsAreReachedWithoutLabels() {
    assertThat(PublishedSets.inClear(PublishedSets.ALL.get(0)).grouped().f1()).isGreaterThan(0.95);
    assertThat(PublishedSets.inClear(PublishedSets.ALL.get(5)).grouped().f1()).isEqualTo(1);
  }

  @Test
  void whoIsOfOneCountryIsNotTakenForOnePerson() throws IOException {
    LinkResult result = invented(3_000);
    Evaluation.Table quality = Evaluation.of(result, "person");
    assertThat(quality.grouped().f1()).isGreaterThan(0.95);
    // what is stated without labels is what is true
    assertThat(result.expected().precision())
        .isCloseTo(quality.grouped().precision(), within(0.02));
    assertThat(result.expected().recall()).isCloseTo(quality.grouped().recall(), within(0.03));
  }

  private static String replaced(String document, String part, String text) {
    String begin = "<!-- " + part + " -->\n";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- end of " + part + " -->");
    return document.substring(0, from) + text + document.substring(to);
  }

  private static String clear() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| set | by itself, without labels | by itself, best | **grouped or one to one, without labels** | grouped, best | goal | others, with labels |");
    rows.add("|---|---|---|---|---|---|---|");
    for (PublishedSets.Published set : PublishedSets.ALL) {
      rows.add(row(set.name(), PublishedSets.inClear(set), set.goal(), set.others()));
    }
    rows.add(
        row(
            String.format(Locale.ROOT, "invented, %,d persons in three scripts", PERSONS),
            generated(PERSONS),
            "",
            "none in public"));
    return String.join("\n", rows) + "\n";
  }

  private static Evaluation.Table generated(int persons) throws IOException {
    return Evaluation.of(invented(persons), "person");
  }

  private static LinkResult invented(int persons) throws IOException {
    StringWriter file = new StringWriter();
    RecordFile.write(RecordGenerator.load(), persons, 1, file, n -> {});
    PersonTable table = PersonTable.read(new StringReader(file.toString()), "invented.csv", null);
    LinkSettings settings = LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(2);
    return new Linkage(settings, Progress.SILENT).deduplicate(table);
  }

  private static String row(String name, Evaluation.Table table, String goal, String others) {
    return String.format(
        Locale.ROOT,
        "| %s | %.4f | %.4f | **%.4f** | %.4f | %s | %s |",
        name,
        table.pairwise().f1(),
        table.bestPairwise().f1(),
        table.grouped().f1(),
        table.bestGrouped().f1(),
        goal,
        others);
  }
}
