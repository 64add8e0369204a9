package org.passerelle.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import picocli.CommandLine.Option;

/** The option for the list of destroyed keys; every command that opens keys reads it. */
final class DestroyedList {
  @Option(
      names = "--destroyed",
      paramLabel = "FILE",
      description =
          "List of destroyed keys, outside the data folder and its backup; DIR.destroyed unless"
              + " told.")
  @Nullable Path file;

  /** Path of the list. */
  Path of(Path nodeKey) {
    Path named = file;
    return named == null
        ? PlatformSettings.destroyedBeside(nodeKey)
        : named.toAbsolutePath().normalize();
  }
}
