package org.passerelle.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeKeyFile;

/** A backup of either database comes back, row by row, also in the other kind. */
@Tag("slow")
@OnBothDatabases
@Tag("postgresql")
class BackupTest {
  @Parameter House house;
  @TempDir Path folder;

  @Test
  void everyRowComesBackTheSameInAFreshDatabaseOfEitherKind() throws Exception {
    new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    List<String> values;
    byte[] backup;
    // the house goes on meanwhile (it signs its log, for one): until it stood still for so long
    do {
      values = valuesOfHouse();
      backup = backup();
    } while (!values.equals(valuesOfHouse()));
    comesBack(backup, values, "jdbc:h2:file:" + folder.resolve("back") + ";" + H2, "", "h2");
    comesBack(backup, values, freshPostgres(), "postgres", "postgresql");
  }

  private void comesBack(byte[] backup, List<String> values, String url, String user, String kind)
      throws Exception {
    Backup.Opened opened = open(backup);
    Flyway.configure()
        .dataSource(url, user, "")
        .locations("classpath:db/migration/common", "classpath:db/migration/" + kind)
        .placeholders(java.util.Map.of("app", ""))
        .target(opened.schema())
        .load()
        .migrate();
    try (Connection fresh = DriverManager.getConnection(url, user, "")) {
      long rows = Backup.enter(opened, fresh, (table, done) -> {});
      assertThat(rows).isPositive();
      assertThat(values).containsAll(values(fresh));
    }
  }

  private static String freshPostgres() throws Exception {
    String name = "back" + System.nanoTime();
    try (Connection server =
        House.on(House.Database.POSTGRESQL).get(DataSource.class).getConnection()) {
      server.createStatement().execute("create database " + name);
      return server.getMetaData().getURL().replaceAll("/postgres\\b", "/" + name);
    }
  }

  @Test
  void aBackupHoldsNoNameAndOpensOnlyWhole() throws Exception {
    new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    byte[] backup = backup();
    assertThat(new String(backup, StandardCharsets.ISO_8859_1))
        .startsWith("age-encryption.org/v1")
        .doesNotContain("Xhemile");
    byte[] cut = Arrays.copyOf(backup, backup.length - 100);
    assertThatThrownBy(() -> readThrough(cut)).isInstanceOfAny(IOException.class, BadBackup.class);
    byte[] altered = backup.clone();
    altered[altered.length / 2] ^= 1;
    assertThatThrownBy(() -> readThrough(altered))
        .isInstanceOfAny(IOException.class, BadBackup.class);
    NodeKeyFile other = NodeKeyFile.make(folder.resolve("other.key"), new SecureRandom());
    assertThatThrownBy(() -> Backup.open(new ByteArrayInputStream(backup), List.of(other.bytes())))
        .isInstanceOf(BadBackup.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void keysAreNotTakenBackAfterThirtyDays() throws Exception {
    KeyStore keys = house.get(KeyStore.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Instant now = Clock.systemUTC().instant();
    Backup.keys(keys, now.minus(Duration.ofDays(31)), out);
    assertThatThrownBy(
            () ->
                Backup.enterKeys(
                    new ByteArrayInputStream(out.toByteArray()),
                    keys.node(),
                    folder.resolve("late"),
                    now.minus(Duration.ofDays(Backup.DAYS))))
        .isInstanceOf(BadBackup.class)
        .hasMessageContaining("days old");
    Backup.enterKeys(
        new ByteArrayInputStream(out.toByteArray()),
        keys.node(),
        folder.resolve("in-time"),
        now.minus(Duration.ofDays(60)));
    assertThat(folder.resolve("in-time").resolve("keys").resolve("keystore.mv")).exists();
  }

  private static final String H2 =
      "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private byte[] backup() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = DriverManager.getConnection(url(), user(), "")) {
      Backup.data(
          connection,
          house.get(KeyStore.class),
          Clock.systemUTC().instant(),
          out,
          (table, rows) -> {});
    }
    return out.toByteArray();
  }

  private Backup.Opened open(byte[] backup) throws IOException {
    return Backup.open(new ByteArrayInputStream(backup), house.get(KeyStore.class).nodeKeys());
  }

  private void readThrough(byte[] backup) throws IOException {
    Backup.Opened opened = open(backup);
    opened.rows().transferTo(java.io.OutputStream.nullOutputStream());
  }

  private String url() throws Exception {
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      return connection.getMetaData().getURL()
          + (house.database() == House.Database.H2 ? ";" + H2 : "");
    }
  }

  private String user() throws Exception {
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      String user = connection.getMetaData().getUserName();
      return user == null ? "" : user;
    }
  }

  private List<String> valuesOfHouse() throws Exception {
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      return values(connection);
    }
  }

  /** A line per table: its name and a sum over its rows that does not depend on their order. */
  private static List<String> values(Connection connection) throws Exception {
    List<String> lines = new java.util.ArrayList<>();
    for (String table : Tables.of(connection)) {
      long sum = 0;
      long rows = 0;
      try (java.sql.ResultSet all =
          connection.createStatement().executeQuery("select * from " + table)) {
        java.sql.ResultSetMetaData about = all.getMetaData();
        while (all.next()) {
          int hash = 0;
          for (int i = 1; i <= about.getColumnCount(); i++) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            Values.write(new DataOutputStream(one), DatabaseCopy.value(all, i));
            hash += about.getColumnName(i).hashCode() * (31 + Arrays.hashCode(one.toByteArray()));
          }
          sum += hash;
          rows++;
        }
      }
      lines.add(table + " " + rows + " " + sum);
    }
    java.util.Collections.sort(lines);
    return lines;
  }
}
