package org.passerelle.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.linkage.LinkSettings;
import picocli.CommandLine.Option;

/** What the columns of a list of persons tell. */
final class ColumnOptions {
  @Option(
      names = "--config",
      paramLabel = "F.yaml",
      description = "What the columns tell, where their names do not say it; see docs/linkage.md.")
  @Nullable Path config;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "The column that names the records; the first unless told.")
  @Nullable String id;

  /** What the file says, or what is usual; {@code --id} wins over it. */
  LinkConfig told() {
    LinkConfig file =
        config == null
            ? new LinkConfig(null, LinkSettings.usual())
            : ReadFile.of(config, LinkConfig::read);
    return id == null ? file : new LinkConfig(id, file.settings());
  }
}
