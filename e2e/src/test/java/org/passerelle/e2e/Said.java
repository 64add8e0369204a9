package org.passerelle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts of the product, for walks that several readers do in different languages.
 *
 * @param language {@code en}, {@code fr} or {@code sr}
 */
record Said(String language) {
  private static final Path ALL = Server.HOME.resolve("platform/src/main/resources/language");

  /** The texts for a page's language tag; Serbian in Cyrillic. */
  static Said in(String tag) {
    return new Said(tag.startsWith("sr") ? "sr" : tag);
  }

  /** A text up to its first variable. */
  String of(String key) {
    String begin = key + "=";
    try (Stream<Path> files = Files.list(ALL.resolve(language))) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
          if (line.startsWith(begin)) {
            return line.substring(begin.length()).replaceFirst("\\{.*", "").strip();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("No text " + key + " in " + language);
  }
}
