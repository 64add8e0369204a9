package org.passerelle.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.Progress;
import org.passerelle.cli.terminal.SilencedLogging;
import org.passerelle.storage.backup.Backup;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.OwnersOnly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an encrypted backup of the data and, in a separate file, one of the wrapped keys. */
@Command(
    name = "backup",
    description = {
      "Writes an encrypted backup, even while the server runs: the data, and in a separate file the"
          + " wrapped keys.",
      "Neither opens without the other and the node key. Delete key backups after 30 days."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:bad input"})
final class TakeBackup implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE", description = "File for the data.")
  @Nullable Path out;

  @Option(
      names = "--keys-out",
      paramLabel = "FILE",
      description = "File for the wrapped keys; on a different medium from the data.")
  @Nullable Path keysOut;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder; default var/data beside the program.")
  @Nullable Path data;

  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin NodeKeyOptions nodeKey = new NodeKeyOptions();
  @Mixin DestroyedList destroyed = new DestroyedList();

  @Override
  public Integer call() {
    if (out == null && keysOut == null) {
      throw new BadInput(
          "Specify a file with --out for the data, --keys-out for the keys, or both.");
    }
    if (out != null && out.equals(keysOut)) {
      throw new BadInput("Data and keys need two files, to be kept apart.");
    }
    for (Path file : new Path[] {out, keysOut}) {
      if (file != null) {
        OutFile.check(file);
      }
    }
    Path folder = Folders.data(data, false);
    if (!Files.isDirectory(folder)) {
      throw new BadInput("There is no folder %s. Maybe specify it with --data.".formatted(folder));
    }
    if (DataFolder.inUse(folder)) {
      ask(running(folder));
    } else {
      read(folder);
    }
    return 0;
  }

  private static ServerFile.Running running(Path folder) {
    Optional<ServerFile.Running> running = ServerFile.read(folder);
    return running.orElseThrow(
        () ->
            new BadInput(
                "The Passerelle on %s is starting or stopping. Maybe try again in a moment."
                    .formatted(folder)));
  }

  private void ask(ServerFile.Running running) {
    // the data first: a key created meanwhile is then in the key backup in any case
    if (out != null) {
      write(out, file -> RunningServer.save(running, "/house/backup/data", file));
    }
    if (keysOut != null) {
      write(keysOut, file -> RunningServer.save(running, "/house/backup/keys", file));
    }
  }

  private void read(Path folder) {
    SilencedLogging.please();
    nodeKey.read(folder);
    Path file = nodeKey.file(folder);
    try (KeyStore keys =
        KeyStore.open(
            folder,
            file,
            nodeKey.check(folder),
            destroyed.of(file),
            new SecureRandom(),
            Clock.systemUTC())) {
      if (out != null) {
        Database store = database.of(folder);
        Progress progress = new Progress(spec.commandLine().getErr());
        write(
            out,
            to -> {
              try (Connection connection = store.connect();
                  OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to))) {
                Backup.data(connection, keys, Clock.systemUTC().instant(), stream, progress::rows);
              } catch (SQLException e) {
                throw new BadInput(
                    "The %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
              } finally {
                progress.end();
              }
            });
      }
      if (keysOut != null) {
        write(
            keysOut,
            to -> {
              try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(to))) {
                Backup.keys(keys, Clock.systemUTC().instant(), stream);
              }
            });
      }
    }
  }

  /** Writes a temporary file and moves it into place. */
  private void write(Path file, Writer writer) {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    long began = System.nanoTime();
    try {
      Files.deleteIfExists(part);
      OwnersOnly.makeFile(part);
      writer.write(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      PrintWriter said = spec.commandLine().getOut();
      said.printf(
          "%s: %,d bytes in %.1f s.%n",
          file, Files.size(file), Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(file, BadInput.sentence(e)));
    } finally {
      part.toFile().delete();
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writer {
    void write(Path file) throws IOException;
  }
}
