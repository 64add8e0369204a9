package org.passerelle.language;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the pages as they stand in the files, for tests of their words. */
final class LanguageFiles {
  static final Path ALL = Path.of("src/main/resources/language");

  private LanguageFiles() {}

  /** All texts of a language by their keys. */
  static Map<String, String> read(String language) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(ALL.resolve(language))) {
      for (Path file : files.toList()) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k)));
      }
    }
    return all;
  }
}
