package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the launcher. */
@Tag("long")
class LauncherTest {
  private final Path folder = Server.folder();

  @Test
  void itWorksThroughALinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Server.HOME.resolve("passerelle"));
    Path output = folder.resolve("output.txt");
    int code =
        Server.process(List.of("bash", "-c", "cd / && exec \"$0\" --help", link.toString()), output)
            .waitFor();
    assertThat(Files.readString(output)).contains("Usage: passerelle", "serve", "verify-audit");
    assertThat(code).isZero();
  }

  @Test
  void theConsoleSaysWhereToGoAndNothingElse() {
    Path data = folder.resolve("demo");
    try (Server first = Server.start(data, "--demo=5")) {
      assertThat(first.printed().lines().toList())
          .noneMatch(l -> l.contains("WARN") || l.contains("WARNING") || l.contains("INFO"));
      assertThat(first.printed())
          .contains("Passerelle is open at http://localhost:", Server.PASSWORD, "goran.most");
      assertThat(data.resolve("server.json")).exists();
    }
    assertThat(data.resolve("server.json")).doesNotExist();
  }

  @Test
  void aFillingThatIsStoppedSaysSo() throws Exception {
    Path data = folder.resolve("stopped");
    Path output = folder.resolve("output.txt");
    Process filled =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "serve",
                "--demo=20000",
                "--port=0",
                "--data",
                data.toString()),
            output);
    Path log = data.resolve("log").resolve("passerelle.log");
    Eventually.is(
        "the filling begins",
        () -> Files.exists(log) && Files.readString(log).contains("The filling begins"));
    filled.destroy();
    filled.waitFor();
    assertThat(Files.readString(output))
        .contains("Filling was stopped with 0 of 20,000 people. The same command resumes")
        .doesNotContain("could not start", "Exception");
  }

  @Test
  @Tag("long")
  void aLaterStartTakesSeconds() {
    Path data = folder.resolve("again");
    Server.start(data, "--demo=5").close();
    long began = System.nanoTime();
    try (Server again = Server.start(data, "--demo=5")) {
      double seconds = (System.nanoTime() - began) / 1e9;
      // on a busy machine wall-clock time includes other work; the start's own CPU time does not
      assertThat(Math.min(seconds / 10, again.cpuSeconds() / 20))
          .as("a later start: %.1f s, %.1f CPU s", seconds, again.cpuSeconds())
          .isLessThan(1);
      assertThat(again.printed()).doesNotContain("Building");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--quickly, , --quickly",
    "--only, NoSuchTest, There is no test class NoSuchTest in any module",
    "--only, , --only needs a value"
  })
  void whatTheTestsDoNotKnowIsASentence(String option, @Nullable String value, String sentence)
      throws Exception {
    Path output = folder.resolve("output.txt");
    List<String> command =
        new ArrayList<>(List.of(Server.HOME.resolve("passerelle").toString(), "test", option));
    if (value != null) {
      command.add(value);
    }
    assertThat(Server.process(command, output).waitFor()).isEqualTo(2);
    assertThat(Files.readString(output)).contains(sentence);
  }
}
