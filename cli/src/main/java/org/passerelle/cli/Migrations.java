package org.passerelle.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema migrations in this program. */
final class Migrations {
  private static final String FOLDER = "db/migration";

  private Migrations() {}

  /** Number of the newest migration. */
  static int newest() {
    URL folder =
        Objects.requireNonNull(
            Migrations.class.getClassLoader().getResource(FOLDER), "the program has no schema");
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return newest(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return newest(jar.getPath(FOLDER));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.matches("V\\d+__.*\\.sql"))
          .mapToInt(name -> number(name.substring(1, name.indexOf("__"))))
          .max()
          .orElse(0);
    }
  }

  /** The version number that Flyway stores as text. */
  static int number(String version) {
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : Integer.MAX_VALUE;
  }
}
