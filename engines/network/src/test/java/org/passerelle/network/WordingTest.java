package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages about files can be translated. */
class WordingTest {
  private static final Path SOURCES = Path.of("src/main/java/org/passerelle/network");
  private static final Pattern ENGLISH_ONLY = Pattern.compile("new BadNetwork\\(\\s*\"");

  private static String sources() throws IOException {
    List<String> ofFiles = List.of("Actor", "CaseNetwork", "Grading", "Period", "Place", "Tie");
    try (Stream<Path> exchange = Files.list(SOURCES.resolve("exchange"))) {
      return Stream.concat(exchange, ofFiles.stream().map(name -> SOURCES.resolve(name + ".java")))
          .map(WordingTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsSaidOfFilesInEnglishOnly() throws IOException {
    assertThat(ENGLISH_ONLY.matcher(sources()).results().map(hit -> hit.start())).isEmpty();
  }

  @Test
  void everyWordingIsUsed() throws IOException {
    String sources = sources() + text(SOURCES.resolve("BadNetwork.java"));
    assertThat(Wording.values())
        .allSatisfy(
            wording -> assertThat(sources).containsPattern("Wording\\." + wording.name() + "\\b"));
  }
}
