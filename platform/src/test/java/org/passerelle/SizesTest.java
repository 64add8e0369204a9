package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader must take in at once stays small; what grows beyond it is cut by its subject. */
class SizesTest {
  private static final int LINES = 300;
  private static final Path ROOT = Path.of("..");

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    Map<String, Integer> longer = new TreeMap<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES) {
        longer.put(ROOT.relativize(file).toString(), lines);
      }
    }
    assertThat(longer).as("longer than %d lines; cut them by subject", LINES).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .toList();
    }
  }
}
