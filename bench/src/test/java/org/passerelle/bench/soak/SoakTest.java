package org.passerelle.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week of the demonstration in a minute: the short run of {@code bench/soak}. */
@Tag("slow")
@Tag("long")
class SoakTest {
  @TempDir Path folder;

  @Test
  void aWeekOfWorkHoldsWithoutAnUnexpectedAnswer() throws Exception {
    Soak.Result result =
        new Soak(
                new Soak.Plan(
                    folder, 15, 7, 40, Duration.ofMinutes(10), Duration.ZERO, 40, 14, Map.of()),
                System.out)
            .run();
    assertThat(result.unexpected()).as(() -> String.join("\n", wentWrong())).isEmpty();
    assertThat(result.statuses()).containsKeys("GET 200", "POST 302");
    assertThat(result.statuses().keySet()).noneMatch(status -> status.contains(" 5"));
    assertThat(result.routes())
        .hasSizeGreaterThan(50)
        .contains("POST /letterbox/{link}", "GET /letterbox", "POST /letterbox/acts/out");
    assertThat(result.abroad().handOvers()).isPositive();
    assertThat(result.abroad().questions()).isPositive();
    assertThat(result.grown()).isEmpty();
  }

  /** The warnings and errors in the server's log; the folder is deleted with the test. */
  private List<String> wentWrong() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.contains(" ERROR ") || line.startsWith("Caused by"))
            .forEach(lines::add);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
