package org.passerelle.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.Progress;
import org.passerelle.cli.terminal.SilencedLogging;
import org.passerelle.storage.backup.Backup;
import org.passerelle.storage.backup.BadBackup;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.OwnersOnly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a data folder from a backup of the data and one of the keys. */
@Command(
    name = "restore",
    description = {
      "Creates a new data folder, or fills an empty PostgreSQL database, from a backup.",
      "People on the list of destroyed keys stay erased: their keys are left out, and their"
          + " rows are deleted at the next start."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:restored", "2:bad input; nothing was written"})
final class Restore implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Backup of the data.")
  Path file = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      required = true,
      description = "Backup of the keys, at most 30 days old.")
  Path keysFile = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder to create; it must not exist yet, or be empty.")
  Path data = Path.of("");

  @Mixin DatabaseOptions database = new DatabaseOptions();
  @Mixin NodeKeyOptions nodeKey = new NodeKeyOptions();

  @Mixin DestroyedList destroyed = new DestroyedList();

  @Option(
      names = "--nobody-was-erased",
      description = "There is no list of destroyed keys, because nobody was ever erased.")
  boolean nobody;

  @Override
  public Integer call() {
    SilencedLogging.please();
    Path folder = data.toAbsolutePath().normalize();
    checkPlaces(folder);
    Path list = list(folder);
    long began = System.nanoTime();
    Path fresh = folder.resolveSibling(folder.getFileName() + ".restoring");
    remove(fresh);
    boolean done = false;
    try {
      OwnersOnly.makeFolder(fresh);
      long rows = fill(folder, fresh, list);
      OwnersOnly.closeAll(fresh);
      Files.deleteIfExists(folder);
      Files.move(fresh, folder);
      done = true;
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %,d rows restored in %.1f s. Start it as usual; people erased since the backup stay erased.%n",
              folder, rows, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
      tellOfOldRoots(folder);
      return 0;
    } catch (BadBackup | IllegalStateException e) {
      throw new BadInput(BadInput.sentence(e));
    } catch (IOException e) {
      throw new BadInput("The backup cannot be read (%s).".formatted(BadInput.sentence(e)));
    } finally {
      if (!done) {
        remove(fresh);
      }
    }
  }

  /**
   * Warns that the restored log is shorter than its signed roots, so that the auditor knows why.
   */
  private void tellOfOldRoots(Path folder) {
    Path roots = Path.of(folder + ".checkpoints");
    if (Files.exists(roots)) {
      spec.commandLine()
          .getOut()
          .printf(
              "%s contains roots that were signed after this backup: verify-audit will report that the log ends too early, and exit with 1. Move the file aside under today's date, and tell the auditor.%n",
              roots);
    }
  }

  private void checkPlaces(Path folder) {
    for (Path one : List.of(file, keysFile)) {
      if (!Files.isRegularFile(one)) {
        throw new BadInput("There is no file %s.".formatted(one));
      }
    }
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new BadInput(
              "The folder %s is not empty. Maybe move it away, or choose another with --data."
                  .formatted(folder));
        }
      } catch (IOException e) {
        throw new BadInput(
            "%s is not a folder that can be filled (%s).".formatted(folder, BadInput.sentence(e)));
      }
    }
  }

  private Path list(Path folder) {
    Path list = destroyed.of(nodeKey.file(folder));
    if (!Files.exists(list) && !nobody) {
      throw new BadInput(
          "The list of destroyed keys %s is missing, and without it the backup would restore people erased since. Maybe specify it with --destroyed; if nobody was ever erased, use --nobody-was-erased."
              .formatted(list));
    }
    return list;
  }

  private long fill(Path folder, Path fresh, Path list) throws IOException {
    Instant oldest = Clock.systemUTC().instant().minus(Duration.ofDays(Backup.DAYS));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(keysFile))) {
      Backup.enterKeys(in, nodeKey.read(folder), fresh, oldest);
    }
    try (KeyStore keys =
            KeyStore.open(
                fresh,
                nodeKey.file(folder),
                nodeKey.check(folder),
                list,
                new SecureRandom(),
                Clock.systemUTC());
        InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return fillDatabase(fresh, Backup.open(in, keys.nodeKeys()));
    }
  }

  private long fillDatabase(Path fresh, Backup.Opened backup) throws IOException {
    if (Migrations.number(backup.schema()) > Migrations.newest()) {
      throw new BadInput(
          "The backup is from a newer Passerelle (schema %s). Maybe restore it with that one."
              .formatted(backup.schema()));
    }
    Database store = database.of(fresh);
    Progress progress = new Progress(spec.commandLine().getErr());
    makeTables(store, backup.schema());
    try (Connection connection = store.connect()) {
      long rows = Backup.enter(backup, connection, progress::rows);
      mark(connection, fresh);
      return rows;
    } catch (SQLException e) {
      throw new BadInput(
          "The %s cannot be filled: %s".formatted(store.name(), BadInput.sentence(e)));
    } finally {
      progress.end();
    }
  }

  private void makeTables(Database store, String schema) {
    boolean server = store.folder().isEmpty();
    if (server) {
      try (Connection connection = store.connect()) {
        if (store.holds(connection, "flyway_schema_history")) {
          throw new BadInput(
              "The %s is not empty. Maybe create a new one.".formatted(store.name()));
        }
      } catch (SQLException e) {
        throw new BadInput(
            "The %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
      }
    }
    try {
      Flyway.configure()
          .dataSource(store.url(), store.user(), store.password())
          .locations(
              "classpath:db/migration/common",
              "classpath:db/migration/" + (server ? "postgresql" : "h2"))
          .placeholders(Map.of("app", ""))
          .target(schema)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new BadInput(
          "The tables cannot be created in the %s: %s"
              .formatted(store.name(), BadInput.deepestSentence(e)));
    }
  }

  private static void mark(Connection connection, Path folder) throws SQLException, IOException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select kind from node_mark")) {
      if (row.next()) {
        Files.createFile(folder.resolve(row.getString(1)));
      }
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new BadInput(
          "The folder %s of an earlier attempt cannot be removed.".formatted(folder));
    }
  }
}
