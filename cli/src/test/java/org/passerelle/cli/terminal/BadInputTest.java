package org.passerelle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.cli.DataFolder;
import org.passerelle.cli.Database;
import org.passerelle.cli.Passerelle;
import picocli.CommandLine;

/** Mistakes of the operator are answered with one sentence and exit code 2. */
class BadInputTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private static Said run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Passerelle.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private Said serve(Object... more) {
    List<Object> all = new ArrayList<>(List.of("serve", "--port", "0", "--data", data()));
    all.addAll(List.of(more));
    return run(all.toArray());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static void isRefused(Said said, String... words) {
    assertThat(said.code()).as(said.toString()).isEqualTo(2);
    assertThat(said.err()).startsWith("passerelle: ").contains(words);
    assertThat(said.err().strip().lines().count()).as("one line").isEqualTo(1);
    assertThat(said.err()).doesNotContain("Exception", "\tat ");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void optionsThatDoNotExistOrDoNotFit() {
    isRefused(serve("--colour", "red"), "--colour", "--help");
    isRefused(run("sevre"), "sevre");
    isRefused(run("serve", "--port", "many"), "many");
    isRefused(run("serve", "--port", "70000"), "65535");
    isRefused(serve("--demo=0"), "200000");
    isRefused(serve("--demo", "--listen", "0.0.0.0"), "--listen");
    isRefused(serve("--listen", "no.such.address.invalid"), "--listen");
    isRefused(serve("--node", "My Node"), "--node");
    isRefused(serve("--address", "passerelle.example"), "https://");
    isRefused(serve("--address", "ftp://passerelle.example"), "https://");
    isRefused(serve("--database-user", "anna"), "--database");
    assertThat(data()).as("nothing was made for a mistyped command").doesNotExist();
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : Passerelle.commandLine().getSubcommands().keySet()) {
      Said said = run(command, "--help");
      assertThat(said.code()).isZero();
      assertThat(said.out()).contains("Usage: passerelle " + command);
    }
    assertThat(run("--help").out()).contains("serve", "verify-audit");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      isRefused(
          run("serve", "--data", data(), "--port", other.getLocalPort()),
          "Port " + other.getLocalPort() + " is in use");
      assertThat(data()).doesNotExist();
    }
  }

  @Test
  void aFolderThatCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    isRefused(run("serve", "--port", "0", "--data", folder.resolve("file")), "file");
    isRefused(run("serve", "--port", "0", "--data", folder.resolve("file/below")), "file");
    isRefused(run("serve", "--port", "0", "--data", "/proc/passerelle"), "/proc/passerelle");
  }

  @Test
  void aFolderThatAnotherUses() {
    DataFolder.open(data(), false);
    isRefused(serve(), "in use");
    isRefused(run("verify-audit", "--data", data()), "starting or stopping");
  }

  @Test
  void theFolderIsItsOwnersAlone() throws IOException {
    DataFolder.open(data(), false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
        .isEqualTo("rwx------");
  }

  @Test
  void demonstrationAndRealDataDoNotMix() throws IOException {
    Path demo = Files.createDirectory(folder.resolve("a"));
    Files.createFile(demo.resolve("demo"));
    isRefused(run("serve", "--port", "0", "--data", demo), "only with --demo");
    Path real = Files.createDirectory(folder.resolve("b"));
    Files.createFile(real.resolve("real"));
    isRefused(run("serve", "--port", "0", "--demo", "--data", real), "real data");
    Path unmarked = Files.createDirectory(folder.resolve("c"));
    Files.createFile(unmarked.resolve("passerelle.mv.db"));
    isRefused(run("serve", "--port", "0", "--demo", "--data", unmarked), "not marked");
  }

  @Test
  void aDatabaseThatIsMarkedOtherwise() throws SQLException {
    h2(
        "create table node_mark (id int, kind varchar(10)); insert into node_mark values (1,'demo')");
    isRefused(serve(), "opens only with --demo");
  }

  @Test
  void aDatabaseOfANewerProgram() throws SQLException {
    h2(
        """
        create table flyway_schema_history (version varchar(50));
        insert into flyway_schema_history values ('0010'), ('9999')""");
    isRefused(serve(), "newer Passerelle", "9999");
  }

  @Test
  void aDatabaseThatIsNone() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("passerelle.mv.db"), "not a database");
    isRefused(serve(), "passerelle.mv.db cannot be opened");
    isRefused(run("verify-audit", "--data", data()), "cannot be opened");
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    isRefused(serve("--database", "jdbc:mysql://localhost/x?password=secret"), "jdbc:postgresql");
    assertThat(serve("--database", "jdbc:mysql://localhost/x?password=secret").err())
        .doesNotContain("secret");
    isRefused(serve("--database", "jdbc:postgresql://127.0.0.1:1/x"), "cannot be reached");
    isRefused(
        serve(
            "--database",
            "jdbc:postgresql://127.0.0.1:1/x",
            "--database-password-file",
            folder.resolve("none")),
        "none cannot be read");
  }

  @Test
  void aKeyThatIsMissingOrNone() throws IOException {
    Path key = folder.resolve("data.key");
    Files.writeString(key, "garbage");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    isRefused(serve(), "can be read by others than its owner", "chmod 600");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    isRefused(serve(), "not a node key");
    Files.delete(key);
    Files.createDirectories(data().resolve("keys"));
    Files.createFile(data().resolve("keys/keystore.mv"));
    isRefused(serve(), "is missing");
    isRefused(serve("--key", data().resolve("node.key")), "outside the data folder");
  }

  @Test
  void certificatesThatAreNone() throws IOException {
    Path file = Files.writeString(folder.resolve("c.pem"), "garbage");
    isRefused(serve("--certificate", file), "--private-key");
    isRefused(serve("--certificate", file, "--private-key", file), "no certificate");
    isRefused(serve("--certificate", folder.resolve("no"), "--private-key", file), "no");
  }

  @Test
  void aLogThatIsNotThere() throws IOException {
    isRefused(run("verify-audit", "--data", folder.resolve("none")), "no folder");
    isRefused(run("verify-audit", "--data", Files.createDirectory(data())), "contains no database");
  }

  @Test
  void optionsOfSingleSignOnThatDoNotGoTogether() throws IOException {
    isRefused(serve("--sso-client", "house"), "--sso-issuer");
    isRefused(serve("--sso-issuer", "http://id.example", "--sso-client", "house"), "https://");
    isRefused(serve("--sso-issuer", "https://id.example"), "--sso-client");
    isRefused(
        serve(
            "--sso-issuer",
            "https://id.example",
            "--sso-client",
            "house",
            "--address",
            "https://house.example",
            "--sso-secret-file",
            folder.resolve("none")),
        "cannot be read");
    isRefused(serve("--demo", "--sso-issuer", "https://id.example"), "no single sign-on");
  }

  @Test
  void anApprovalWithoutAServerOrWithANonsenseCode() throws IOException {
    isRefused(run("approve", "--data", folder.resolve("none")), "no folder");
    isRefused(
        run("approve", "7UJ-HPN", "--data", Files.createDirectory(data())), "No Passerelle runs");
  }

  private void h2(String sql) throws SQLException {
    Database database = Database.embedded(data());
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
