package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import picocli.CommandLine.Option;

/** Options for the database: the embedded one of the data folder, or a PostgreSQL server. */
final class DatabaseOptions {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "jdbc:postgresql://HOST/NAME for PostgreSQL 15 or later; default a file in the data folder.")
  @Nullable String url;

  @Option(names = "--database-user", paramLabel = "NAME", description = "Database user.")
  @Nullable String user;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "File with the password of the database user.")
  @Nullable Path passwordFile;

  @Option(
      names = "--database-owner",
      paramLabel = "NAME",
      description =
          "Role that owns the tables and migrates them at the start; the database user can then"
              + " read and append to the log, but not alter it.")
  @Nullable String owner;

  @Option(
      names = "--database-owner-password-file",
      paramLabel = "FILE",
      description = "File with that role's password.")
  @Nullable Path ownerPasswordFile;

  /** The properties for migrating the tables as their owner. */
  Map<String, String> ownerProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("spring.flyway.placeholders.app", owner == null || user == null ? "" : user);
    if (owner != null) {
      if (url == null || user == null) {
        throw new BadInput(
            "--database-owner goes with --database jdbc:postgresql://… and --database-user.");
      }
      properties.put("spring.flyway.url", url);
      properties.put("spring.flyway.user", owner);
      properties.put("spring.flyway.password", password(ownerPasswordFile));
    }
    return properties;
  }

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
    return Database.server(url, user == null ? "" : user, password(passwordFile));
  }

  private static String password(@Nullable Path passwordFile) {
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
