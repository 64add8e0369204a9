package org.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.steer.iati.StandardCheck;

/** 5,000 activities in under five seconds and 512 MB, in a process that just started. */
@Tag("long")
class IatiExportTest {
  @TempDir Path folder;

  @Test
  @Tag("long")
  void fiveThousandActivitiesAreExportedInTimeAndMemory() throws IOException, InterruptedException {
    Path file = folder.resolve("programme.xml");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.passerelle.bench.IatiExport",
                    "5000",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    Matcher figures =
        Pattern.compile("5000 activities, (\\d+) bytes, (\\d+) ms to lay out, (\\d+) ms to write")
            .matcher(said);
    assertThat(figures.find()).as(said).isTrue();
    assertThat(Files.size(file))
        .isEqualTo(Long.parseLong(figures.group(1)))
        .isGreaterThan(9_000_000);
    assertThat(Long.parseLong(figures.group(3))).as(said).isLessThan(5_000);
  }

  /** The same kind of activities, but fewer: the check takes its time. */
  @Test
  void suchActivitiesFitTheStandard() throws IOException {
    Path standard = Path.of(System.getProperty("passerelle.iati", "../../shared/iati"));
    Assumptions.assumeTrue(
        Files.isDirectory(standard.resolve("schema")),
        "left out: the IATI standard is not at " + standard.toAbsolutePath().normalize());
    Path file = folder.resolve("programme.xml");
    IatiExport.main(new String[] {"100", file.toString()});
    assertThat(StandardCheck.in(standard, Clock.systemUTC()).check(file)).isEmpty();
  }
}
