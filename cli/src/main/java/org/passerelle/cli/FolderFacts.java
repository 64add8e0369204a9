package org.passerelle.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.register.Facts;
import org.passerelle.register.StoredFacts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Finds the strategy's facts for a command: in the database of the data folder; through the running
 * server if one uses the folder; or the packaged facts if there is no database yet. The folder is
 * not changed.
 */
final class FolderFacts {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder; default var/data beside the program.")
  @Nullable Path data;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  /**
   * Produces a result from the facts.
   *
   * @param ask asks the running server, if there is one
   * @param make computes it from the facts, otherwise
   */
  <T> T use(Function<ServerFile.Running, T> ask, Function<Facts, T> make) {
    return useStored(ask, (facts, connection) -> make.apply(facts));
  }

  /** The same for a result that also needs the database itself. */
  <T> T useStored(Function<ServerFile.Running, T> ask, Made<T> make) {
    Path folder = Folders.data(data, false);
    if (database.url == null) {
      if (DataFolder.inUse(folder)) {
        return ask.apply(running(folder));
      }
      if (!DataFolder.holdsDatabase(folder)) {
        return shipped(make);
      }
    }
    return stored(folder, make);
  }

  /** A computation on the facts. */
  @FunctionalInterface
  interface Made<T> {
    /**
     * Computes the result.
     *
     * @param connection to the database, or null for the packaged facts
     */
    T of(Facts facts, @Nullable Connection connection) throws SQLException;
  }

  private static <T> T shipped(Made<T> make) {
    try {
      return make.of(Facts.shipped(), null);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerFile.Running running(Path folder) {
    return ServerFile.read(folder)
        .orElseThrow(
            () ->
                new BadInput(
                    "The Passerelle on %s is starting or stopping. Maybe try again in a moment."
                        .formatted(folder)));
  }

  private <T> T stored(Path folder, Made<T> make) {
    Database store = database.of(folder);
    try (Connection connection = store.connect()) {
      if (!store.holds(connection, "register_entry")) {
        throw new BadInput(
            "The %s was last used by an older Passerelle and has no facts of the strategy. Maybe start it once."
                .formatted(store.name()));
      }
      return make.of(StoredFacts.read(connection), connection);
    } catch (SQLException e) {
      throw new BadInput(
          "The facts of the %s cannot be read: %s".formatted(store.name(), BadInput.sentence(e)));
    }
  }
}
