package org.passerelle.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the log's chain and names the first entry that does not fit. */
@Command(
    name = "verify-audit",
    description = "Checks the log: every entry carries the hash of the one before.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the chain holds", "1:an entry is broken or missing", "2:bad input"})
final class VerifyAudit implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder; var/data beside the program unless told.")
  @Nullable Path data;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Override
  public Integer call() {
    Path folder = Folders.data(data, false);
    return report(database.url != null ? overServer(folder) : inFolder(folder));
  }

  private ChainWalk.Result inFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput("There is no folder %s. Maybe name it with --data.".formatted(folder));
    }
    if (DataFolder.inUse(folder)) {
      Optional<ServerFile.Running> running = ServerFile.read(folder);
      return running
          .map(RunningServer::walk)
          .orElseThrow(
              () ->
                  new BadInput(
                      "The Passerelle on %s is starting or stopping. Maybe try again in a moment."
                          .formatted(folder)));
    }
    if (!DataFolder.holdsDatabase(folder)) {
      throw new BadInput(
          "The folder %s holds no database. Maybe it lies on a server: name it with --database."
              .formatted(folder));
    }
    return overServer(folder);
  }

  private ChainWalk.Result overServer(Path folder) {
    Database store = database.of(folder);
    try (Connection connection = store.connect()) {
      return ChainWalk.over(connection);
    } catch (SQLException e) {
      throw new BadInput(
          "The log of the %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
    }
  }

  private int report(ChainWalk.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (result.broken().isEmpty()) {
      out.printf(
          "The log holds: %d entries, each with the hash of the one before.%n", result.entries());
      return 0;
    }
    AuditReader.Broken broken = result.broken().get();
    out.printf(
        "The log is broken at entry %d: expected %s, found %s. %d entries before it hold.%n",
        broken.number(), broken.expected(), broken.found(), result.entries());
    return 1;
  }
}
