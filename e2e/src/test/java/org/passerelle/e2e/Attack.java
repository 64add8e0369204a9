package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a script of {@code e2e/attack} against the packaged application; it prints what it checked.
 */
final class Attack {
  private Attack() {}

  /** Fails if an attack succeeded, or if too few were tried. */
  static void run(String script, String... arguments) throws IOException, InterruptedException {
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
