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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the calendar command on a folder without a server. */
class WriteCalendarTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int calendar(Object... more) {
    List<Object> all = new ArrayList<>(List.of("calendar", "--data", folder.resolve("data")));
    all.addAll(List.of(more));
    CommandLine line =
        Passerelle.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err));
    return line.execute(all.stream().map(Object::toString).toArray(String[]::new));
  }

  @Test
  void anEmptyFolderGivesTheFactsOfTheProductAndStaysEmpty() throws IOException {
    Path out = folder.resolve("strategy.ics");
    assertThat(calendar("--out", out, "--language", "fr")).isZero();
    assertThat(Files.readString(out))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("UID:e-cest@events.passerelle", "SUMMARY;LANGUAGE=fr:");
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(calendar("--out", out, "--country", "RS", "--language", "sr-Latn")).isZero();
    assertThat(Files.readString(out))
        .contains("UID:e-mission-rs@events.passerelle")
        .doesNotContain("e-cest");
  }

  @Test
  void whatIsMistypedIsOneSentenceAndNothingIsWritten() throws IOException {
    Path out = folder.resolve("strategy.ics");
    for (String[] wrong :
        new String[][] {
          {"--country", "ZZ"}, {"--pillar", "poetry"}, {"--language", "de"}, {"--month", "3"}
        }) {
      assertThat(calendar("--out", out, wrong[0], wrong[1])).as(wrong[1]).isEqualTo(2);
    }
    assertThat(calendar("--out", folder.resolve("no/such/folder/x.ics"))).isEqualTo(2);
    assertThat(calendar()).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(6)
        .allMatch(line -> line.startsWith("passerelle: "))
        .noneMatch(line -> line.contains("Exception"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
