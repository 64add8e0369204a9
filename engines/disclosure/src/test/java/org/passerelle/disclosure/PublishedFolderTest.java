package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documentation's example, published and read back. */
@Tag("long")
class PublishedFolderTest {
  private static final Path EXAMPLE = Path.of("../../docs/disclosure");
  private static final Figures FIGURES = figures();
  private static final Protection PROTECTION = Protection.of(FIGURES, List.of());
  @TempDir Path folder;
  private Path out = Path.of("");

  private static Figures figures() {
    try (var declaration = Files.newBufferedReader(EXAMPLE.resolve("release.yaml"));
        var text = Files.newBufferedReader(EXAMPLE.resolve("persons.csv"))) {
      Release release = ReleaseReader.read("release.yaml", declaration);
      return Figures.count(RecordsReader.read("persons.csv", text, release));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void published() throws IOException {
    out = folder.resolve("out");
    PublishedFolder.write(out, FIGURES, PROTECTION, "en");
  }

  @Test
  void whatIsWrittenIsReadBackAndPassesWithoutTheRecords() throws IOException {
    assertThat(PROTECTION.audit().passed()).isTrue();
    Published back = PublishedFolder.read(out);
    assertThat(back.layout().size()).isEqualTo(FIGURES.layout().size());
    for (int figure = 0; figure < FIGURES.layout().size(); figure++) {
      assertThat(back.layout().name(figure)).isEqualTo(FIGURES.layout().name(figure));
      assertThat(back.mark(figure)).isEqualTo(PROTECTION.published().mark(figure));
      assertThat(back.value(figure)).isEqualTo(PROTECTION.published().value(figure));
    }
    AuditReport outside = Audit.of(back, List.of(), true);
    assertThat(outside.findings()).isEmpty();
    assertThat(outside.intervals()).hasSize((int) back.many(Published.Mark.HIDDEN));
  }

  @Test
  void everyFormTellsTheSame() throws IOException {
    List<String> csv = Files.readAllLines(out.resolve("country-sex.csv"));
    List<String> sdmx = Files.readAllLines(out.resolve("country-sex.sdmx.csv"));
    JsonNode stat =
        JsonMapper.builder().build().readTree(Files.readString(out.resolve("country-sex.json")));
    assertThat(csv.get(0)).isEqualTo("country,sex,count,status,percent");
    assertThat(sdmx.get(0))
        .isEqualTo(
            "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS");
    assertThat(stat.get("size").get(0).asInt() * stat.get("size").get(1).asInt())
        .isEqualTo(csv.size() - 1);
    for (int line = 1; line < csv.size(); line++) {
      String[] cells = csv.get(line).split(",", -1);
      String[] observation = sdmx.get(line).split(",", -1);
      assertThat(observation[6]).isEqualTo(cells[2]);
      assertThat(observation[7]).isEqualTo(cells[3].equals("hidden") ? "Q" : "A");
      JsonNode value = stat.get("value").get(line - 1);
      assertThat(value.isNull() ? "" : value.asString()).isEqualTo(cells[2]);
      assertThat(cells[4].isEmpty()).isEqualTo(cells[3].equals("hidden") || cells[4].isEmpty());
    }
    assertThat(csv).anyMatch(line -> line.matches("[A-Z]{2},female,[0-9]+,shown,[0-9.]+"));
    assertThat(csv).anyMatch(line -> line.endsWith(",,hidden,"));
  }

  @Test
  void aTableThatWasChangedIsNotRead() throws IOException {
    Path table = out.resolve("form-age.csv");
    Files.writeString(
        table, Files.readString(table).replaceFirst("total,total,420", "total,total,421"));
    assertThatThrownBy(() -> PublishedFolder.read(out))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("form-age.csv, line 2 has total,total,421,shown");
  }

  @Test
  void nothingIsWrittenOver() {
    assertThatThrownBy(() -> PublishedFolder.write(out, FIGURES, PROTECTION, "en"))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void anEarlierReleaseIsDeclared() {
    assertThatThrownBy(() -> PublishedFolder.earlier(FIGURES.layout().release(), List.of(out)))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("previous.victims-2025 is missing:");
    assertThatThrownBy(() -> PublishedFolder.earlier(FIGURES.layout().release(), List.of(folder)))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("contains no release.json");
  }

  /** Otherwise nobody compares the two, and their difference may be one person. */
  @Test
  void aDeclaredEarlierReleaseIsGivenUnlessItsPersonsAreOthers() throws IOException {
    assertThatThrownBy(() -> PublishedFolder.earlier(after(Release.Relation.GROWS), List.of()))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("previous.victims-2024 is declared");
    assertThat(PublishedFolder.earlier(after(Release.Relation.APART), List.of())).isEmpty();
  }

  private static Release after(Release.Relation relation) {
    Release one = FIGURES.layout().release();
    return new Release(
        one.id(),
        one.title(),
        one.population(),
        one.period(),
        one.source(),
        one.caveat(),
        one.variables(),
        one.tables(),
        one.policy(),
        Map.of("victims-2024", relation));
  }

  @Test
  void anAuditThatIsNotPassedIsAllThatIsWritten() throws IOException {
    Published shown = Published.hiding(FIGURES, new boolean[FIGURES.layout().size()]);
    AuditReport report = Audit.of(shown, List.of(), FIGURES, List.of(), false);
    assertThat(report.passed()).isFalse();
    Path blocked = folder.resolve("blocked");
    PublishedFolder.write(blocked, FIGURES, new Protection(shown, report), "fr");
    try (var files = Files.list(blocked)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("for-approval");
    }
    assertThat(Files.readString(blocked.resolve("for-approval/audit.html")))
        .contains("Échec\u00a0:", "est publié alors que l’effectif est petit");
  }
}
