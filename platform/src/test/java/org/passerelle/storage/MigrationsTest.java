package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A house runs each migration once and in their order: one that is numbered below another that a
 * house has run, or that changes afterwards, keeps that house from starting. Every other test
 * begins with an empty database, where neither is seen.
 */
class MigrationsTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path LANDED = Path.of("src/test/resources/migrations-landed.txt");
  private static final Pattern NUMBER = Pattern.compile(".*/V([0-9]+)__[a-z0-9_]+\\.sql");
  private final Map<String, String> here = new TreeMap<>();
  private final Map<String, String> landed = new LinkedHashMap<>();

  @BeforeEach
  void read() throws IOException {
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      files
          .filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
          .forEach(
              file -> {
                String name = MIGRATIONS.relativize(file).toString().replace('\\', '/');
                here.put(name, Sha256.of(text(file)));
              });
    }
    if (Boolean.getBoolean("write.landed")) {
      write();
    }
    for (String line : Files.readAllLines(LANDED)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        landed.put(parts[1], parts[0]);
      }
    }
  }

  @Test
  void whatHousesHaveRunStaysAsItWas() {
    assertThat(here).as("change the schema by a new migration").containsAllEntriesOf(landed);
  }

  @Test
  void whatIsNewComesAfterAllThatHousesHaveRun() {
    int last = landed.keySet().stream().mapToInt(MigrationsTest::number).max().orElseThrow();
    assertThat(here.keySet())
        .filteredOn(name -> !landed.containsKey(name))
        .as("numbered above %d, the last that houses have run", last)
        .allMatch(name -> number(name) > last);
  }

  @Test
  void noNumberIsGivenTwice() {
    assertThat(here.keySet().stream().map(MigrationsTest::number)).doesNotHaveDuplicates();
  }

  private static int number(String name) {
    Matcher number = NUMBER.matcher(name);
    assertThat(number.matches()).as(name).isTrue();
    return Integer.parseInt(number.group(1));
  }

  private void write() throws IOException {
    StringBuilder all = new StringBuilder(Files.readAllLines(LANDED).get(0)).append("\n");
    here.forEach((name, digest) -> all.append(digest).append(' ').append(name).append('\n'));
    Files.writeString(LANDED, all, StandardCharsets.UTF_8);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
