package org.passerelle.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the public pages as a process of their own. */
final class PublicOptions {
  @Option(
      names = "--public-only",
      description =
          "Starts only the public pages, with a database account of ./passerelle public-account."
              + " Needs PostgreSQL, --database-user and --tips-key; the node key is not needed.")
  boolean only;

  @Option(
      names = "--tips-key",
      paramLabel = "FILE",
      description =
          "The key by which return codes of tips are recognised: a house writes it there, --public-only reads it.")
  @Nullable Path tipsKey;

  @Option(
      names = "--house",
      paramLabel = "URL",
      description =
          "With --public-only: address of the house, where people sign in and subscribe to the letter.")
  @Nullable String house;

  /** The file of the key as an application property, if it is named. */
  Map<String, String> properties() {
    return tipsKey == null
        ? Map.of()
        : Map.of("passerelle.tips-key", tipsKey.toAbsolutePath().normalize().toString());
  }
}
