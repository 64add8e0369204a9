package org.passerelle.partner.nodes.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One message of each kind as version 0.1 writes it; never changed once they are there. */
public final class FirstMessages {
  private static final Path FOLDER = Path.of("src/test/resources/federation/0.1");

  /** The referral, question or desk that each is about. */
  public static final String SUBJECT = "01900000-0000-7000-8000-000000000001";

  private FirstMessages() {}

  /** All, by name. */
  public static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  /** The message of a kind. */
  public static String body(String kind) throws IOException {
    return Files.readString(FOLDER.resolve(kind + ".1.json"));
  }

  /** The kind that a file holds. */
  public static String kind(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.1\\.json$", "");
  }
}
