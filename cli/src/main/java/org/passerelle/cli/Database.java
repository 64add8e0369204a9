package org.passerelle.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.passerelle.cli.terminal.BadInput;

/**
 * A database as specified by the operator.
 *
 * @param url JDBC address
 * @param user empty if it is in the address or not needed
 * @param password likewise
 * @param folder folder of the embedded database; empty for a server
 */
public record Database(String url, String user, String password, Optional<Path> folder) {
  private static final int OLDEST = 15;

  /**
   * The embedded database in the data folder, with these settings: {@code WRITE_DELAY=0}, otherwise
   * a killed process loses commits; {@code DB_CLOSE_ON_EXIT=FALSE}, otherwise it is closed before
   * the log is signed on shutdown; {@code TRACE_LEVEL_FILE=0}, otherwise values of rows are written
   * in clear beside it; {@code LOCK_TIMEOUT=30000}, otherwise a write that waits two seconds for
   * the audit log's lock is refused; {@code QUERY_CACHE_SIZE=256}, otherwise a connection caches
   * only eight statements and parses the others again; {@code CACHE_SIZE} is a quarter of the heap:
   * with 256 MB, 200,000 cases were read from the file again and again.
   */
  public static Database embedded(Path folder) {
    return new Database(
        "jdbc:h2:file:"
            + folder.resolve("passerelle")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;CACHE_SIZE="
            + cache()
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=30000;QUERY_CACHE_SIZE=256",
        "",
        "",
        Optional.of(folder));
  }

  /** In KB. */
  private static long cache() {
    return Math.max(64 << 10, Runtime.getRuntime().maxMemory() / 4096);
  }

  static Database server(String url, String user, String password) {
    return new Database(url, user, password, Optional.empty());
  }

  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", url);
    if (url.startsWith("jdbc:postgresql:")) {
      // otherwise the server's "Key (x)=(value)" is part of the exception's message
      properties.put(
          "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");
      // send batched inserts as one statement
      properties.put(
          "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
    }
    if (!user.isEmpty()) {
      properties.put("spring.datasource.username", user);
    }
    if (!password.isEmpty()) {
      properties.put("spring.datasource.password", password);
    }
    return properties;
  }

  /** Checks that the program can use it. */
  void check(boolean demo) {
    if (folder.isPresent() && !DataFolder.holdsDatabase(folder.get())) {
      return;
    }
    try (Connection connection = connect()) {
      checkServer(connection);
      checkSchema(connection);
      checkMark(connection, demo);
    } catch (SQLException e) {
      throw new BadInput("The %s cannot be read: %s".formatted(name(), sentence(e)));
    }
  }

  /** Opens a connection; if that fails, a sentence says why. */
  Connection connect() {
    Properties given = new Properties();
    if (!user.isEmpty()) {
      given.put("user", user);
    }
    if (!password.isEmpty()) {
      given.put("password", password);
    }
    if (folder.isEmpty()) {
      given.put("connectTimeout", "5");
      given.put("loginTimeout", "8");
      given.put("socketTimeout", "600");
    } else {
      given.put("ifexists", "true");
    }
    try {
      return DriverManager.getConnection(url, given);
    } catch (SQLException e) {
      throw new BadInput(unreachable(e));
    }
  }

  private String unreachable(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (folder.isPresent()) {
      // H2: an I/O error, a damaged file, a file of another format
      return Set.of(90028, 90030, 90031, 90048).contains(failure.getErrorCode())
          ? "The %s cannot be opened: it is damaged, or not a Passerelle database."
              .formatted(name())
          : "The %s cannot be opened: %s".formatted(name(), sentence(failure));
    }
    return switch (state) {
      case "28P01", "28000" ->
          "The %s rejects the user or the password. Maybe see --database-user and --database-password-file."
              .formatted(name());
      case "3D000" -> "There is no such database: %s. Maybe create it first.".formatted(name());
      case "08001", "08004", "08006" ->
          "The %s cannot be reached (%s). Maybe it is not running, or the address is wrong."
              .formatted(name(), sentence(failure).replaceAll("\\.$", ""));
      default -> "The %s cannot be opened: %s".formatted(name(), sentence(failure));
    };
  }

  private void checkServer(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (folder.isEmpty() && version < OLDEST) {
      throw new BadInput(
          "The %s runs PostgreSQL %d; Passerelle needs %d or later."
              .formatted(name(), version, OLDEST));
    }
  }

  private void checkSchema(Connection connection) throws SQLException {
    if (!holds(connection, "flyway_schema_history")) {
      return;
    }
    int newest = Migrations.newest();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select version from flyway_schema_history where version is not null");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        int version = Migrations.number(rows.getString(1));
        if (version > newest) {
          throw new BadInput(
              "The %s was used by a newer Passerelle (schema %d, this program knows %d). Maybe start the newer program."
                  .formatted(name(), version, newest));
        }
      }
    }
  }

  private void checkMark(Connection connection, boolean demo) throws SQLException {
    if (!holds(connection, "node_mark")) {
      return;
    }
    try (PreparedStatement select = connection.prepareStatement("select kind from node_mark");
        ResultSet row = select.executeQuery()) {
      if (row.next() && row.getString(1).equals("demo") != demo) {
        throw new BadInput(
            demo
                ? "The %s contains real data, which a demonstration must not touch."
                    .formatted(name())
                : "The %s contains a demonstration and opens only with --demo.".formatted(name()));
      }
    }
  }

  /** Whether a table exists. */
  boolean holds(Connection connection, String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from information_schema.tables where table_name = ?")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }

  /** Its name for messages, without a password. */
  String name() {
    return "database "
        + folder
            .map(f -> f.resolve("passerelle.mv.db").toString())
            .orElseGet(() -> url.replaceAll("\\?.*", ""));
  }

  private static String sentence(SQLException failure) {
    // H2 repeats the statement after the message, PostgreSQL adds a hint on separate lines
    String first = BadInput.sentence(failure).replaceAll("; SQL statement:.*| \\[\\d+-\\d+]", "");
    return first.endsWith(".") ? first : first + ".";
  }
}
