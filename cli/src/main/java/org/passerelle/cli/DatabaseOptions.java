package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database: the embedded one of the data folder, or a PostgreSQL server. */
final class DatabaseOptions {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "jdbc:postgresql://HOST/NAME for PostgreSQL 15 or later; else a file in the data folder.")
  @Nullable String url;

  @Option(names = "--database-user", paramLabel = "NAME", description = "User of the database.")
  @Nullable String user;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "File that holds the password of the database's user.")
  @Nullable Path passwordFile;

  Database of(Path folder) {
    if (url == null) {
      if (user != null || passwordFile != null) {
        throw new BadInput(
            "--database-user and --database-password-file go with --database jdbc:postgresql://….");
      }
      return Database.embedded(folder);
    }
    if (!url.matches("jdbc:postgresql:(//)?[^/\\s].*")) {
      throw new BadInput(
          "--database takes jdbc:postgresql://HOST/NAME, not %s."
              .formatted(url.replaceAll("(?i)(password=)[^&]*", "$1…")));
    }
    return Database.server(url, user == null ? "" : user, password());
  }

  private String password() {
    if (passwordFile == null) {
      return "";
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new BadInput(
          "The password file %s cannot be read: %s.".formatted(passwordFile, BadInput.sentence(e)));
    }
  }
}
