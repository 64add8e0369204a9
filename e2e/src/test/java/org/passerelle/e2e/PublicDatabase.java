package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A database of its own for a house and the process of the public pages beside it. */
final class PublicDatabase implements AutoCloseable {
  private final Path folder;
  private final Path key;
  private final EmbeddedPostgres postgres;

  PublicDatabase(Path folder) throws IOException {
    this.folder = folder;
    this.key = folder.resolve("tips.key");
    this.postgres =
        EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Eventually.PATIENCE)
            .start();
  }

  /** The house migrates and writes the key; the operator makes the account; a start fills it. */
  void prepare() throws Exception {
    List<String> house =
        List.of(
            "--database", address(), "--database-user", "postgres", "--tips-key", key.toString());
    Path data = folder.resolve("house");
    Server.start(data, 0, "", house).close();
    Path printed = folder.resolve("account.sql");
    Process command =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(), "public-account", "--role", "pages"),
            printed);
    assertThat(command.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    sql(Files.readString(printed));
    Server.start(data, 0, "", house).close();
  }

  private String address() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  /**
   * Starts the process of the public pages.
   *
   * @param java further options of its JVM
   */
  Server pages(String java) {
    return Server.start(
        folder.resolve("public"),
        0,
        java,
        List.of(
            "--public-only",
            "--database",
            address(),
            "--database-user",
            "pages",
            "--tips-key",
            key.toString()));
  }

  void sql(String statement) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  String one(String query) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement one = connection.createStatement();
        ResultSet row = one.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
