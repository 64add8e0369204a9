package org.passerelle.cli;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicApplication;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadyMessage;
import org.passerelle.storage.PublishedSchema;
import org.passerelle.storage.keys.NodeKeyFile;
import org.passerelle.storage.keys.NodeMarks;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the public pages as a process of their own: no migration, no keys, no schedules. */
final class ServePublic {
  /** How often freed memory is written over; a test sets another time. */
  private static final String SWEPT_EVERY = "PT15M";

  private final Serve serve;
  private final PublicOptions pages;

  ServePublic(Serve serve) {
    this.serve = serve;
    this.pages = serve.pages;
  }

  int start() {
    checkOptions();
    Path folder =
        (serve.data != null ? serve.data : Folders.beside("public")).toAbsolutePath().normalize();
    if (Files.exists(folder.resolve("keys"))) {
      throw new BadInput(
          "The folder %s is that of a house. Maybe name another with --data; the public pages keep their log file there."
              .formatted(folder));
    }
    InetAddress where = Ports.resolve(serve.listen == null ? "127.0.0.1" : serve.listen);
    Tls tls = Tls.of(serve.certificate, serve.privateKey);
    Ports.check(where, serve.port);
    Database store = serve.database.of(folder);
    check(store);
    DataFolder opened = DataFolder.open(folder, false);
    try {
      return start(folder, where, tls, store);
    } catch (BadInput problem) {
      opened.release();
      throw problem;
    }
  }

  private int start(Path folder, InetAddress where, Tls tls, Database store) {
    Map<String, String> properties = serve.web(folder, where, tls);
    properties.put("passerelle.node-key", folder.resolve("none").toString());
    properties.put("passerelle.sweep", System.getProperty("passerelle.sweep", SWEPT_EVERY));
    properties.putAll(pages.properties());
    if (pages.house != null) {
      properties.put("passerelle.house", pages.house.replaceAll("/+$", ""));
    }
    properties.putAll(store.properties());
    properties.put(
        "spring.datasource.hikari.data-source-properties.currentSchema", PublishedSchema.NAME);
    LogManager.getLogManager().reset();
    try {
      ConfigurableApplicationContext process = PublicApplication.start(properties);
      int actual = Integer.parseInt(process.getEnvironment().getProperty("local.server.port", "0"));
      ServerFile.write(folder, new ServerFile.Running(actual, "", tls.fingerprint()));
      ReadyMessage.print(
          serve.spec.commandLine().getOut(), process, serve.base(tls, where, actual), false);
      return Serve.STAYS_UP;
    } catch (RuntimeException | LinkageError failure) {
      throw new BadInput(
          "The public pages could not start: %s Maybe see %s."
              .formatted(
                  BadInput.deepestSentence(failure),
                  folder.resolve("log").resolve("passerelle.log")));
    }
  }

  private void checkOptions() {
    if (serve.database.url == null) {
      throw new BadInput(
          "--public-only needs PostgreSQL: only there an account can be kept to what is published."
              + " Maybe start it with --database jdbc:postgresql://….");
    }
    if (serve.demo != null || serve.database.owner != null || serve.nodeKey.key != null) {
      throw new BadInput(
          "--public-only goes without --demo, --database-owner and --key: it migrates nothing and opens nothing.");
    }
    if (pages.tipsKey == null) {
      throw new BadInput(
          "--public-only needs --tips-key FILE. The house writes the file when it starts with the same option.");
    }
    Addresses.check(pages.house, "--house");
    try {
      NodeMarks.read(pages.tipsKey);
    } catch (NodeKeyFile.Unreadable unreadable) {
      throw new BadInput(BadInput.sentence(unreadable));
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "The key of tips %s cannot be read (%s). Maybe start the house with --tips-key %s first."
              .formatted(
                  pages.tipsKey,
                  BadInput.deepestSentence(e).replaceAll("\\.$", ""),
                  pages.tipsKey));
    }
  }

  private static void check(Database store) {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement()) {
      String known = PublishedSchema.mark(String.valueOf(Migrations.newest()));
      String there = one(statement, "select made_for from published.made_for");
      if (!known.equals(there)) {
        throw new BadInput(
            "The %s shows what is published as schema %s, and this program knows %s. Maybe start the house with this program first."
                .formatted(store.name(), there, known));
      }
      String others = one(statement, PublishedSchema.OTHERS);
      if (!"0".equals(others)) {
        throw new BadInput(
            "This account may read or change %s tables of the %s that are not published. Maybe name the account that ./passerelle public-account makes with --database-user."
                .formatted(others, store.name()));
      }
    } catch (SQLException e) {
      throw new BadInput(
          "The %s shows nothing that is published to this account. Maybe run what ./passerelle public-account prints, and start the house again."
              .formatted(store.name()));
    }
  }

  private static @Nullable String one(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
