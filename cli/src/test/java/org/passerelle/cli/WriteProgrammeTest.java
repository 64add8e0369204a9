package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the iati command on a folder without a server. */
class WriteProgrammeTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int iati(Object... more) {
    List<Object> all = new ArrayList<>(List.of("iati", "--data", folder.resolve("data")));
    all.addAll(List.of(more));
    CommandLine line =
        Passerelle.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err));
    return line.execute(all.stream().map(Object::toString).toArray(String[]::new));
  }

  private static Path standard() {
    Path standard = Path.of(System.getProperty("passerelle.iati", "../../shared/iati"));
    Assumptions.assumeTrue(
        Files.isDirectory(standard.resolve("schema")),
        "left out: the IATI standard is not at " + standard.toAbsolutePath().normalize());
    return standard;
  }

  @Test
  void anEmptyFolderGivesTheProgrammeOfTheProductAndStaysEmpty() throws IOException {
    Path out = folder.resolve("programme.xml");
    assertThat(iati("--year", 2019, "--out", out)).isZero();
    assertThat(Files.readString(out))
        .contains("<iati-activities version=\"2.03\"", "XM-DAC-4-6-tdh-al-gr")
        .doesNotContain("XM-DAC-4-6-res-27ccpcj");
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(iati("--year", 2018, "--out", out, "--check", standard())).isZero();
    assertThat(Files.readString(out)).contains("XM-DAC-4-6-res-27ccpcj");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatDoesNotFitTheStandardIsNotWritten() throws IOException {
    Path strict = folder.resolve("standard");
    for (String part : List.of("schema", "rulesets", "codelists")) {
      Files.createDirectories(strict.resolve(part));
      try (Stream<Path> files = Files.list(standard().resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, strict.resolve(part).resolve(file.getFileName().toString()));
        }
      }
    }
    Path list = strict.resolve("codelists/Country.xml");
    Files.writeString(list, Files.readString(list).replace("<code>XK</code>", "<code>QQ</code>"));
    Path out = folder.resolve("programme.xml");
    assertThat(iati("--year", 2019, "--out", out, "--check", strict)).isEqualTo(1);
    assertThat(err.toString()).contains("error Country in XM-DAC-4-6-caritas-al-xk");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsMistypedIsOneSentenceAndNothingIsWritten() {
    Path out = folder.resolve("programme.xml");
    assertThat(iati("--year", "next", "--out", out)).isEqualTo(2);
    assertThat(iati("--year", 19, "--out", out)).isEqualTo(2);
    assertThat(iati("--out", out)).isEqualTo(2);
    assertThat(iati("--year", 2019, "--out", out, "--check", folder)).isEqualTo(2);
    assertThat(iati("--year", 2019, "--out", folder)).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("passerelle: "))
        .noneMatch(line -> line.contains("Exception"));
    assertThat(out).doesNotExist();
  }
}
