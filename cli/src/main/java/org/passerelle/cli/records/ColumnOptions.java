package org.passerelle.cli.records;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.linkage.LinkSettings;
import picocli.CommandLine.Option;

/** Options on the meaning of the columns of a list of persons. */
final class ColumnOptions {
  @Option(
      names = "--config",
      paramLabel = "F.yaml",
      description = "Meaning of the columns, where their names do not say it; see docs/linkage.md.")
  @Nullable Path config;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "The column with the record identifiers; default the first.")
  @Nullable String id;

  /** The configuration from the file, or the default; {@code --id} overrides it. */
  LinkConfig told() {
    LinkConfig file =
        config == null
            ? new LinkConfig(null, LinkSettings.usual())
            : ReadFile.of(config, LinkConfig::read);
    return id == null ? file : new LinkConfig(id, file.settings());
  }
}
