package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a reader must take in at once stays small; what grows beyond it is cut by its subject. */
class SizesTest {
  private static final int LINES = 300;

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    Map<String, Integer> longer = new TreeMap<>();
    for (String file : SourceFiles.all()) {
      if (file.endsWith(".java")) {
        int lines = Files.readAllLines(SourceFiles.at(file)).size();
        if (lines > LINES) {
          longer.put(file, lines);
        }
      }
    }
    assertThat(longer).as("longer than %d lines; cut them by subject", LINES).isEmpty();
  }
}
