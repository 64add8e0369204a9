package org.passerelle.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.Passerelle;

/** Tests the command that generates records. */
class GenerateRecordsTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int generate(Object... options) {
    List<String> all = new java.util.ArrayList<>(List.of("generate-records"));
    List.of(options).forEach(o -> all.add(o.toString()));
    return Passerelle.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void theSameSeedWritesTheSameFile() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    Path three = folder.resolve("three.csv");
    assertThat(generate("--persons", 300, "--seed", 5, "--out", one)).isZero();
    assertThat(generate("--persons", 300, "--seed", 5, "--out", two)).isZero();
    assertThat(generate("--persons", 300, "--seed", 6, "--out", three)).isZero();
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    assertThat(Files.readAllBytes(one)).isNotEqualTo(Files.readAllBytes(three));
    assertThat(Files.readAllLines(one)).hasSizeBetween(450, 750);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsMistypedIsOneSentenceAndNothingIsWritten() {
    Path file = folder.resolve("none/one.csv");
    assertThat(generate("--out", file)).isEqualTo(2);
    assertThat(generate("--persons", 0, "--out", folder.resolve("a.csv"))).isEqualTo(2);
    assertThat(generate("--persons", "many", "--out", folder.resolve("a.csv"))).isEqualTo(2);
    assertThat(generate()).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(4).allMatch(l -> l.startsWith("passerelle: "));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aListOfOnePlaceHasFamiliesWithAddresses() throws IOException {
    Path file = folder.resolve("place.csv");
    assertThat(generate("--persons", 200, "--families", 0.3, "--out", file)).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).contains("surname", "date_of_birth", "address", "phone", "person");
    assertThat(lines).hasSizeBetween(280, 420);
    assertThat(generate("--families", 2, "--out", folder.resolve("a.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("Maybe it should be 0 to 1");
  }
}
