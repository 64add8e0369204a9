package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the launcher says before it starts the public pages alone. */
class ServePublicTest {
  private static final String DATABASE = "jdbc:postgresql://127.0.0.1:1/none";
  @TempDir Path folder;

  private String said(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    CommandLine line = Passerelle.commandLine().setOut(to).setErr(to);
    return line.execute(arguments) + " " + out;
  }

  @Test
  void theEmbeddedDatabaseHasNoAccountForIt() {
    assertThat(said("serve", "--public-only", "--data", folder.resolve("p").toString()))
        .startsWith("2 ")
        .contains("--public-only needs PostgreSQL");
    assertThat(folder.resolve("p")).doesNotExist();
  }

  @Test
  void itNeedsTheKeyOfTipsAndNoOther() throws IOException {
    assertThat(said("serve", "--public-only", "--database", DATABASE))
        .startsWith("2 ")
        .contains("--tips-key FILE");
    Path key = folder.resolve("tips.key");
    assertThat(said("serve", "--public-only", "--database", DATABASE, "--tips-key", key.toString()))
        .startsWith("2 ")
        .contains("cannot be read");
    Files.writeString(key, "x");
    assertThat(said("serve", "--public-only", "--database", DATABASE, "--tips-key", key.toString()))
        .startsWith("2 ");
    assertThat(said("serve", "--public-only", "--database", DATABASE, "--key", key.toString()))
        .startsWith("2 ")
        .contains("without --demo, --database-owner and --key");
  }

  @Test
  void theAccountIsPrinted() {
    assertThat(said("public-account", "--role", "pages"))
        .startsWith("0 ")
        .contains("create role pages login", "grant usage on schema published to pages")
        .doesNotContain("${role}");
    assertThat(said("public-account", "--role", "p; drop table tip"))
        .startsWith("2 ")
        .contains("--role takes a name");
  }
}
