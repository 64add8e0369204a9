package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs the scripts of {@code e2e/attack} against the packaged application; each prints what it
 * checked.
 */
class AttackTest {

  @Test
  void theDoors() throws Exception {
    attack("access.sh", Server.demo().address(), "jelena.most", Server.PASSWORD, "goran.most");
  }

  @Test
  void theCasework() throws Exception {
    attack(
        "casework.sh",
        Server.demo().address(),
        Server.demo().data().toString(),
        "jelena.most",
        "arta.ulliri",
        "goran.most",
        Server.PASSWORD);
  }

  @Test
  void theUploads() throws Exception {
    attack(
        "uploads.sh",
        Server.demo().address(),
        Server.demo().data().toString(),
        "jelena.most",
        "arta.ulliri",
        "goran.most",
        Server.PASSWORD);
  }

  /** On a demonstration of its own: somebody is erased, and the keys are changed. */
  @Test
  void theKeys() throws Exception {
    Server server = Server.start(Server.folder().resolve("keys"), "--demo=60");
    try {
      attack(
          "keys.sh",
          server.address(),
          server.data().toString(),
          "dusan.most",
          "mirjana.most",
          "vesna.most",
          Server.PASSWORD);
    } finally {
      server.close();
    }
  }

  @Test
  void emergenciesAndActsOfTwoPersons() throws Exception {
    attack(
        "emergency.sh",
        Server.demo().address(),
        "jelena.most",
        "dusan.most",
        "vesna.most",
        "camille.enfance",
        "goran.most",
        "zorica.most",
        Server.PASSWORD);
  }

  private static void attack(String script, String... arguments)
      throws IOException, InterruptedException {
    Path output = Server.folder().resolve("said.txt");
    List<String> command =
        new ArrayList<>(
            List.of("bash", Server.HOME.resolve("e2e/attack").resolve(script).toString()));
    command.addAll(List.of(arguments));
    int code = Server.process(command, output).waitFor();
    String said = Files.readString(output);
    assertThat(said.lines().filter(l -> l.startsWith("FAIL"))).isEmpty();
    assertThat(said.lines().filter(l -> l.startsWith("ok"))).hasSizeGreaterThan(20);
    assertThat(code).as(said).isZero();
  }
}
