package org.passerelle.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.audit.Checkpoint;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.audit.ExportedLog;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.keys.KeyStore;

/** A log that was rewritten with its whole chain, or cut, is still found out. */
@OnBothDatabases
@Tag("postgresql")
class CheckpointTest {
  @Parameter House house;

  @Test
  void theRunningHouseChecksItsSignedRoots() {
    write(3);
    assertThat(checkpoints().signNow()).isPresent();
    assertThat(checkpoints().signNow()).isEmpty();
    ChainWalk.Result result = house.get(AuditReader.class).walk();
    assertThat(result.broken()).isEmpty();
    // once from the database, once from the file beside the key
    assertThat(result.roots()).isGreaterThanOrEqualTo(2);
  }

  /** A root made when a partner likes would tell it, by its size, what its question did here. */
  @Test
  void othersAreShownTheRootOfAFixedHourAndNoOther() {
    write(1);
    house.clock().pass(Duration.ofHours(6));
    checkpoints().whenDue();
    Checkpoint shown = checkpoints().shown().orElseThrow();
    write(3);
    checkpoints().signNow();
    checkpoints().whenDue();
    assertThat(checkpoints().shown()).contains(shown);
    house.clock().pass(Duration.ofHours(6));
    checkpoints().whenDue();
    assertThat(checkpoints().shown().orElseThrow().size()).isGreaterThanOrEqualTo(shown.size() + 3);
  }

  @Test
  void anExportedLogIsCheckedWithoutTheHouse() throws Exception {
    SignedIn who = write(5);
    checkpoints().signNow();
    List<String> lines = exported();
    ChainWalk.Result whole = check(lines, key());
    assertThat(whole.broken()).isEmpty();
    assertThat(whole.roots()).isPositive();

    // one letter of one entry
    int own =
        IntStream.range(0, lines.size()).filter(i -> isOf(who, lines.get(i))).max().orElseThrow();
    List<String> altered = new ArrayList<>(lines);
    altered.set(own, altered.get(own).replace("\tcase\t", "\tperson\t"));
    assertThat(check(altered, key()).broken().orElseThrow().number()).isEqualTo(number(lines, own));

    // rewritten, and every hash after it too: only the signed root notices
    List<String> rewritten = rechained(altered);
    assertThat(check(rewritten, key()).broken().orElseThrow().expected()).contains("signed root");

    // cut off behind the last signed root
    assertThat(check(lines.subList(0, own), key()).broken().orElseThrow().expected())
        .contains("according to a signed root");

    // signed by somebody else
    CheckpointKey other = CheckpointKey.of("test", new byte[32]);
    assertThat(check(lines, other).broken().orElseThrow().found()).isEqualTo("another signature");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(List.of("something else"), key()))
        .withMessageContaining("not an exported log");
  }

  @Test
  void aPublicKeyIsReadAsItIsWrittenAndChecksNotes() {
    CheckpointKey key = key();
    String root = "ab".repeat(32);
    String note = key.sign(7, root);
    CheckpointKey open = CheckpointKey.of(key.text());
    assertThat(open.holds(note, 7, root)).isTrue();
    assertThat(open.holds(note, 8, root)).isFalse();
    assertThat(open.holds(note, 7, "ac".repeat(32))).isFalse();
    assertThat(open.holds(note.replace("\n7\n", "\n9\n"), 9, root)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> CheckpointKey.of("a+b+c"));
    assertThatThrownBy(() -> open.sign(7, root)).isInstanceOf(IllegalStateException.class);
  }

  /** Check 26: the role that the house works as may add to the log and not alter it. */
  @Test
  void theRoleOfTheHouseCannotAlterTheLog() throws Exception {
    if (house.database() != House.Database.POSTGRESQL) {
      return; // H2 has no such rights; docs/guide/administrator.md says so
    }
    String name = "rights" + System.nanoTime();
    String url;
    try (Connection server = house.get(DataSource.class).getConnection()) {
      server.createStatement().execute("create role " + name + " login password 'p'");
      server.createStatement().execute("create database " + name);
      url = server.getMetaData().getURL().replaceAll("/postgres\\b.*", "/" + name);
    }
    Flyway.configure()
        .dataSource(url, "postgres", "")
        .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
        .placeholders(Map.of("app", name))
        .load()
        .migrate();
    try (Connection app = DriverManager.getConnection(url, name, "p")) {
      run(app, "insert into audit_checkpoint values (1, 'r', '', 'n', now())");
      run(app, "update audit_head set number = 0");
      run(app, "delete from form_sent");
      for (String forbidden :
          List.of(
              "delete from audit_entry",
              "update audit_entry set detail = ''",
              "truncate audit_entry",
              "delete from audit_checkpoint",
              "drop table audit_entry",
              "update flyway_schema_history set success = false")) {
        assertThatThrownBy(() -> run(app, forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class)
            .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean isOf(SignedIn who, String line) {
    return line.startsWith("E\t") && line.contains("\t" + who.user() + "\t");
  }

  private SignedIn write(int entries) {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    for (int i = 0; i < entries; i++) {
      house
          .get(AuditLog.class)
          .write(who, "case.read", "case", who.user(), Map.of("a", "b,c", "d", "e"));
    }
    return who;
  }

  private Checkpoints checkpoints() {
    return house.get(Checkpoints.class);
  }

  private CheckpointKey key() {
    return CheckpointKey.of("test", house.get(KeyStore.class).signingSeed());
  }

  private List<String> exported() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      ExportedLog.write(connection, out);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static ChainWalk.Result check(List<String> lines, CheckpointKey key) throws Exception {
    byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return ExportedLog.check(new ByteArrayInputStream(content), key, List.of());
  }

  private static long number(List<String> lines, int index) {
    return Long.parseLong(lines.get(index).split("\t", -1)[1]);
  }

  private static List<String> rechained(List<String> lines) {
    String hash = AuditEntry.BEGINNING;
    List<String> again = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 10) {
        hash =
            new AuditEntry(
                    Long.parseLong(parts[1]),
                    Instant.parse(parts[2]),
                    parts[3].isEmpty() ? null : UUID.fromString(parts[3]),
                    UUID.fromString(parts[4]),
                    parts[5],
                    parts[6],
                    parts[7].isEmpty() ? null : UUID.fromString(parts[7]),
                    parts[8].replace("\\n", "\n").replace("\\\\", "\\"),
                    "")
                .hashAfter(hash);
        parts[9] = hash;
        line = String.join("\t", parts);
      }
      again.add(line);
    }
    return again;
  }
}
