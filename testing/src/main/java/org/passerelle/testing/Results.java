package org.passerelle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of each class, in a table that is flushed after each line, since the process may be
 * killed at any moment. Tab-separated lines: {@code class MODULE CLASS SECONDS PASSED FAILED
 * SKIPPED} and {@code failed MODULE CLASS#METHOD MESSAGE}.
 */
final class Results {
  private static final int LONGEST_MESSAGE = 300;
  private final String module;
  private final Path file;

  Results(String module, Path file) {
    this.module = module;
    this.file = file;
  }

  /** The classes of this module with a result. */
  List<String> classes() throws IOException {
    List<String> classes = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t", -1);
        if (cells[0].equals("class") && cells[1].equals(module)) {
          classes.add(cells[2]);
        }
      }
    }
    return classes;
  }

  void ended(String name, double seconds, int passed, int failed, int skipped) {
    add("class", name, String.format(Locale.ROOT, "%.1f", seconds), passed, failed, skipped);
  }

  void failed(String test, String message) {
    String line = firstLine(message);
    add("failed", test, line);
    System.out.println("\nFAILED " + module + " " + test + ": " + line);
  }

  /** The first line with words in it, without tabs, truncated where a document begins. */
  static String firstLine(String message) {
    String line =
        message
            .lines()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse("no message");
    // AssertJ puts the description in brackets on a line of its own
    if (line.startsWith("[") && line.endsWith("]")) {
      line =
          line
              + message
                  .lines()
                  .map(String::strip)
                  .filter(s -> !s.isEmpty())
                  .skip(1)
                  .limit(3)
                  .reduce("", (a, b) -> a + " " + b);
    }
    line = line.replace('\t', ' ');
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " …";
  }

  private synchronized void add(String kind, Object... cells) {
    StringBuilder line = new StringBuilder(kind).append('\t').append(module);
    for (Object cell : cells) {
      line.append('\t').append(cell);
    }
    try {
      Files.writeString(
          file, line.append('\n').toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
