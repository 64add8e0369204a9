package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A production server on PostgreSQL with its own TLS, from its first start: authentication, the
 * audit log that must be writable, and what the launcher refuses with such a database. One story,
 * told in order.
 */
@Tag("long")
class RealHouseTest {
  private final Path folder = Server.folder();
  private final Path jar = folder.resolve("jar");
  private final EmbeddedPostgres postgres;

  private record Said(int code, String text) {}

  RealHouseTest() throws Exception {
    postgres =
        EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Eventually.PATIENCE)
            .start();
    sql("postgres", "create role app login password 'blue heron'");
    sql("postgres", "create database house owner app");
    asksForThePassword();
    Files.writeString(folder.resolve("password"), "blue heron\n");
    Files.writeString(folder.resolve("wrong"), "red heron\n");
    certificate();
  }

  /** The test database trusts everybody; this one must not trust the program. */
  private void asksForThePassword() throws Exception {
    Path rules = Path.of(one("postgres", "show hba_file"));
    Files.writeString(rules, "host all app all scram-sha-256\n" + Files.readString(rules));
    sql("postgres", "select pg_reload_conf()");
  }

  @Test
  void fromItsFirstStartToItsStop() throws Exception {
    Server server = Server.start(folder.resolve("data"), options());
    try {
      assertThat(server.printed())
          .contains("There is no user yet", "Passerelle is open at https://");
      theDoors(server);
      assertThat(one("select password_hash from app_user")).as("12").startsWith("$argon2id$");
      whileItRunsItIsAskedForItsLog();
      withoutTheLogNothingIsDone(server);
      theOperatorIsTheSecondPersonWhereNobodyElseIs();
      server.close();
      assertThat(folder.resolve("data/server.json")).doesNotExist();
      theLauncherRefuses();
      theLogIsWalkedFromOutside();
    } finally {
      server.close();
      postgres.close();
    }
  }

  private void theDoors(Server server) throws Exception {
    Said said =
        run(
            "bash",
            Server.HOME.resolve("e2e/attack/real.sh").toString(),
            server.address(),
            server.firstLink(),
            jar.toString());
    assertThat(said.text().lines().filter(l -> l.startsWith("FAIL"))).isEmpty();
    assertThat(said.text().lines().filter(l -> l.startsWith("ok"))).hasSizeGreaterThan(40);
    assertThat(said.code()).as(said.text()).isZero();
  }

  private void whileItRunsItIsAskedForItsLog() throws Exception {
    Said said = passerelle("verify-audit", "--data", folder.resolve("data").toString());
    assertThat(said.text()).startsWith("The log is valid: ");
    assertThat(said.code()).isZero();
    assertThat(Files.getPosixFilePermissions(folder.resolve("data/server.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  /** Check 27: without a log entry, no change and no disclosure. */
  private void withoutTheLogNothingIsDone(Server server) throws Exception {
    String users = one("select count(*) from app_user");
    sql("house", "revoke insert on audit_entry from app");
    Said refused = newUser(server, "closed.door");
    assertThat(refused.text()).as("27").startsWith("503 ");
    assertThat(refused.text()).doesNotContain("Exception", "at org.", "permission denied");
    assertThat(one("select count(*) from app_user")).isEqualTo(users);
    sql("house", "grant insert on audit_entry to app");
    assertThat(newUser(server, "open.door").text()).startsWith("302 ");
    assertThat(one("select count(*) from app_user where login = 'open.door'")).isEqualTo("1");
  }

  /** A new installation has one administrator, who cannot approve their own requests. */
  private void theOperatorIsTheSecondPersonWhereNobodyElseIs() throws Exception {
    String data = folder.resolve("data").toString();
    String roles =
        "select count(*) from user_role r join app_user u on u.id = r.user_id"
            + " where u.login = 'open.door'";
    assertThat(one(roles)).isEqualTo("0");
    Said list = passerelle("approve", "--data", data);
    assertThat(list.code()).isZero();
    assertThat(list.text()).contains("open.door", "Case manager");
    Said unknown = passerelle("approve", "AAA-AAA", "--data", data);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.text()).contains("awaits the operator");
    String code = list.text().strip().substring(0, 7);
    Said done = passerelle("approve", code, "--data", data);
    assertThat(done.code()).as(done.text()).isZero();
    assertThat(done.text()).contains("Approved and carried out", "open.door", "Case manager");
    assertThat(one(roles)).isEqualTo("1");
    assertThat(passerelle("approve", code, "--data", data).code()).as("once").isEqualTo(2);
  }

  private void theLauncherRefuses() throws Exception {
    isRefused("real data", "house", "password", "--demo");
    isRefused("rejects the user or the password", "house", "wrong");
    isRefused("no such database", "nowhere", "password");
    sql(
        "house",
        """
        insert into flyway_schema_history
        select 999, '9999', description, type, script, checksum, installed_by, installed_on, execution_time, success
          from flyway_schema_history where installed_rank = 1
        """);
    isRefused("newer Passerelle", "house", "password");
    sql("house", "delete from flyway_schema_history where version = '9999'");
  }

  private void theLogIsWalkedFromOutside() throws Exception {
    List<String> walk = new ArrayList<>(List.of("verify-audit"));
    walk.addAll(database("house", "password"));
    assertThat(passerelle(walk.toArray(String[]::new)).code()).isZero();
    sql("house", "update audit_entry set action = 'nothing.happened' where number = 3");
    Said broken = passerelle(walk.toArray(String[]::new));
    assertThat(broken.text()).contains("broken at entry 3");
    assertThat(broken.code()).isEqualTo(1);
  }

  private String[] options() {
    List<String> all = new ArrayList<>(database("house", "password"));
    all.addAll(
        List.of(
            "--certificate",
            folder.resolve("certificate.pem").toString(),
            "--private-key",
            folder.resolve("key.pem").toString()));
    return all.toArray(String[]::new);
  }

  private List<String> database(String name, String passwordFile) {
    return List.of(
        "--database",
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
        "--database-user",
        "app",
        "--database-password-file",
        folder.resolve(passwordFile).toString());
  }

  private void isRefused(String words, String database, String passwordFile, String... more)
      throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("serve", "--port", "0", "--data", folder.resolve("refused").toString()));
    all.addAll(database(database, passwordFile));
    all.addAll(List.of(more));
    Said said = passerelle(all.toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isEqualTo(2);
    assertThat(said.text()).startsWith("passerelle: ").contains(words);
    assertThat(said.text().strip().lines().count()).as("one sentence").isEqualTo(1);
  }

  /** The administrator creates a user; returns status and body. */
  private Said newUser(Server server, String login) throws Exception {
    String script =
        """
        page=$(curl -sk -b "$1" "$2/house/users/new")
        field() { grep -o "name=\\"$1\\" value=\\"[^\\"]*\\"" <<<"$page" | head -1 | cut -d'"' -f4; }
        organisation=$(grep -oE '<option value="[0-9a-f-]{36}"' <<<"$page" | head -1 | cut -d'"' -f2)
        curl -sk -b "$1" -w '%{http_code} ' -o "$4" --data-urlencode "_csrf=$(field _csrf)" -d "_once=$(field _once)" \\
          -d "login=$3" -d name=Ivo -d language=en -d roles=CASE_MANAGER -d "organisation=$organisation" "$2/house/users"
        cat "$4" 2>/dev/null
        """;
    return run(
        "bash",
        "-c",
        script,
        "new-user",
        jar.toString(),
        server.address(),
        login,
        folder.resolve("answer").toString());
  }

  private Said passerelle(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Server.HOME.resolve("passerelle").toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private Said run(String... command) throws Exception {
    Path output = Files.createTempFile(folder, "said", ".txt");
    Process process = Server.process(List.of(command), output);
    if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroy();
      throw new AssertionError(List.of(command) + " goes on: " + Files.readString(output));
    }
    return new Said(process.exitValue(), Files.readString(output));
  }

  private void certificate() throws Exception {
    Said said =
        run(
            "bash",
            "-c",
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                + " -keyout \"$0/key.pem\" -out \"$0/certificate.pem\"",
            folder.toString());
    assertThat(said.code()).as(said.text()).isZero();
  }

  private void sql(String database, String statement) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private String one(String query) throws SQLException {
    return one("house", query);
  }

  private String one(String database, String query) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
