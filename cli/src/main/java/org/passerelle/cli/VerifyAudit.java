package org.passerelle.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.audit.Checkpoint;
import org.passerelle.audit.CheckpointFile;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.audit.ExportedLog;
import org.passerelle.audit.SignedRoots;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies the log's chain and names the first entry that is wrong. */
@Command(
    name = "verify-audit",
    description = "Verifies the log: every entry contains the hash of the one before.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the chain is valid", "1:an entry is broken or missing", "2:bad input"})
final class VerifyAudit implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder; default var/data beside the program.")
  @Nullable Path data;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Exports the log into a file that can be verified on any machine, with --file.")
  @Nullable Path export;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Verifies such a file; needs neither server nor database.")
  @Nullable Path file;

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description =
          "Signed roots, possibly an older copy of them; default DIR.checkpoints beside the data folder.")
  @Nullable Path checkpoints;

  @Option(
      names = "--public-key",
      paramLabel = "KEY",
      description =
          "Public key that must have signed the roots: the first line of the checkpoint file, from a"
              + " copy that you trust.")
  @Nullable String publicKey;

  @Override
  public Integer call() {
    Path folder = Folders.data(data, false);
    if (file != null) {
      return report(inFile(file));
    }
    if (export != null) {
      return write(folder, export);
    }
    return report(database.url != null ? overServer(folder) : inFolder(folder));
  }

  private ChainWalk.Result inFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput("There is no folder %s. Maybe specify it with --data.".formatted(folder));
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
          "The folder %s contains no database. Maybe it is on a server: specify it with --database."
              .formatted(folder));
    }
    return overServer(folder);
  }

  private ChainWalk.Result overServer(Path folder) {
    Database store = database.of(folder);
    try (Connection connection = store.connect()) {
      List<Checkpoint> roots = new ArrayList<>(SignedRoots.stored(connection));
      CheckpointFile kept = kept(folder);
      roots.addAll(kept.all());
      return ChainWalk.over(connection, new SignedRoots(key(kept), roots));
    } catch (SQLException e) {
      throw new BadInput(
          "The log of the %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
    }
  }

  private CheckpointFile kept(Path folder) {
    if (checkpoints != null && !Files.exists(checkpoints)) {
      throw new BadInput("There is no file %s.".formatted(checkpoints));
    }
    return new CheckpointFile(checkpoints != null ? checkpoints : Path.of(folder + ".checkpoints"));
  }

  private @Nullable CheckpointKey key(CheckpointFile kept) {
    try {
      return publicKey != null ? CheckpointKey.of(publicKey) : kept.key().orElse(null);
    } catch (IllegalArgumentException e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }

  private ChainWalk.Result inFile(Path log) {
    try (InputStream in = Files.newInputStream(log)) {
      List<Checkpoint> more = checkpoints == null ? List.of() : kept(log).all();
      CheckpointKey key = publicKey == null && checkpoints == null ? null : key(kept(log));
      return ExportedLog.check(in, key, more);
    } catch (IllegalArgumentException e) {
      throw new BadInput("%s: %s".formatted(log, BadInput.sentence(e)));
    } catch (IOException e) {
      throw new BadInput("%s cannot be read: %s.".formatted(log, BadInput.sentence(e)));
    }
  }

  private int write(Path folder, Path to) {
    OutFile.check(to);
    if (database.url == null && DataFolder.inUse(folder)) {
      RunningServer.save(
          ServerFile.read(folder)
              .orElseThrow(
                  () ->
                      new BadInput(
                          "The Passerelle on %s is starting or stopping. Maybe try again in a moment."
                              .formatted(folder))),
          "/house/audit-export",
          to);
      spec.commandLine().getOut().printf("%s: the log.%n", to);
      return 0;
    }
    Database store = database.of(folder);
    try (Connection connection = store.connect();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      long entries = ExportedLog.write(connection, out);
      spec.commandLine().getOut().printf("%s: %d entries.%n", to, entries);
      return 0;
    } catch (SQLException e) {
      throw new BadInput(
          "The log of the %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(to, BadInput.sentence(e)));
    }
  }

  private int report(ChainWalk.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (result.broken().isEmpty()) {
      out.printf(
          "The log is valid: %d entries, each with the hash of the one before; %d signed roots match.%n",
          result.entries(), result.roots());
      return 0;
    }
    AuditReader.Broken broken = result.broken().get();
    out.printf(
        "The log is broken at entry %d: expected %s, found %s. %d entries before it are valid.%n",
        broken.number(), broken.expected(), broken.found(), result.entries());
    return 1;
  }
}
