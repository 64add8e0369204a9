package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a reader must take in at once stays small; what grows beyond it is cut by its subject. */
class SizesTest {
  private static final int LINES = 300;
  private static final int CHARACTERS = 160;
  private static final int FILES = 40;

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

  @Test
  void noLineOfATemplateIsLongerThanAHundredAndSixtyCharacters() throws IOException {
    List<String> longer = new ArrayList<>();
    for (String file : SourceFiles.all()) {
      if (file.endsWith(".jte")) {
        List<String> lines = Files.readAllLines(SourceFiles.at(file));
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).length() > CHARACTERS) {
            longer.add(file + ":" + (i + 1));
          }
        }
      }
    }
    assertThat(longer).as("longer than %d characters; break them", CHARACTERS).isEmpty();
  }

  @Test
  void noPackageHasMoreThanFortyFiles() {
    Map<String, Integer> files = new TreeMap<>();
    for (String file : SourceFiles.all()) {
      if (file.endsWith(".java") && file.contains("/src/main/")) {
        files.merge(file.substring(0, file.lastIndexOf('/')), 1, Integer::sum);
      }
    }
    files.values().removeIf(count -> count <= FILES);
    assertThat(files).as("packages of more than %d files; cut them by subject", FILES).isEmpty();
  }
}
