package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the commands that publish figures and that attack published ones. */
@Tag("long")
class PublishFiguresTest {
  private static final Path EXAMPLE = Path.of("../docs/disclosure");
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private int publish(Path data, Path release, Path to, Object... more) {
    return run(
        Stream.concat(
                Stream.of("publish", data, "--release", release, "--out", to), Stream.of(more))
            .toArray());
  }

  @Test
  void theExampleIsPublishedAndPasses() {
    Path to = folder.resolve("out");
    assertThat(publish(EXAMPLE.resolve("persons.csv"), EXAMPLE.resolve("release.yaml"), to))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("victims-2025:", "Passed: nothing small");
    assertThat(to.resolve("country-sex.csv")).exists();
    assertThat(run("audit", to, "--format", "json")).isZero();
    JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
    assertThat(answer.get("passed").asBoolean()).isTrue();
    assertThat(answer.get("insiders").isNull()).isTrue();
    assertThat(publish(EXAMPLE.resolve("persons.csv"), EXAMPLE.resolve("release.yaml"), to))
        .isEqualTo(2);
    assertThat(err.toString()).contains("is there already");
  }

  @Test
  void badInputPublishesNothing() throws IOException {
    Path to = folder.resolve("out");
    Path data = Files.writeString(folder.resolve("data.csv"), "citizenship,sex,age\nAL,male,3\n");
    assertThat(publish(data, EXAMPLE.resolve("release.yaml"), to)).isEqualTo(2);
    assertThat(err.toString()).contains("has no column form, which variables.form names");
    assertThat(to).doesNotExist();
    assertThat(run("audit", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("contains no release.json");
  }

  @Test
  void aFileThatIsNotUtf8IsASentence() throws IOException {
    Path to = folder.resolve("out");
    byte[] latin =
        "citizenship,sex,age,form\nAL,\u00e9,3,x\n".getBytes(StandardCharsets.ISO_8859_1);
    Path data = Files.write(folder.resolve("data.csv"), latin);
    assertThat(publish(data, EXAMPLE.resolve("release.yaml"), to)).isEqualTo(2);
    assertThat(err.toString()).contains("data.csv is not UTF-8. Maybe save it as CSV UTF-8.");
    Path yaml = Files.write(folder.resolve("release.yaml"), latin);
    assertThat(publish(EXAMPLE.resolve("persons.csv"), yaml, to)).isEqualTo(2);
    assertThat(err.toString()).contains("release.yaml is not UTF-8. Maybe save it as UTF-8.");
    Files.writeString(data, "citizenship,sex,age,\"form\nAL,male,3,x\n");
    assertThat(publish(data, EXAMPLE.resolve("release.yaml"), to)).isEqualTo(2);
    assertThat(err.toString()).contains("quotation mark");
    assertThat(to).doesNotExist();
  }

  @Test
  void aFigureThatWasShownAfterAllFailsTheAudit() throws IOException {
    Path to = folder.resolve("out");
    publish(EXAMPLE.resolve("persons.csv"), EXAMPLE.resolve("release.yaml"), to);
    Path bare = Files.createDirectory(folder.resolve("bare"));
    String release = Files.readString(to.resolve("release.json"));
    int table = release.indexOf("\"form-age\":[", release.indexOf("\"values\""));
    int hidden = release.lastIndexOf("null", release.indexOf(']', table));
    Files.writeString(
        bare.resolve("release.json"),
        release.substring(0, hidden) + "2" + release.substring(hidden + 4));
    assertThat(run("audit", bare)).as(err.toString()).isOne();
    assertThat(out.toString()).contains("is shown and small: 2", "Not passed:");
    assertThat(run("audit", bare, "--language", "sr")).as(err.toString()).isOne();
    assertThat(out.toString()).contains("је објављено, а број је мали: 2", "Није прошло");
    assertThat(run("audit", bare, "--language", "de")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no audit in de. Maybe it is one of en, fr, sr.");
  }
}
