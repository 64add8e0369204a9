package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pressing Ctrl-C during long work gives the console back and leaves no partial file. */
@Tag("long")
class CancelledCommandTest {
  private static final int BY_CTRL_C = 130;

  /** So many records that linking takes far longer than reading, even if it gets faster. */
  private static final String MANY = "100000";

  /** Background jobs of a shell ignore Ctrl-C by default. */
  private static final List<String> HEARS_CTRL_C = List.of("env", "--default-signal=INT");

  private final Path folder = Server.folder();
  private final Path output = folder.resolve("output.txt");
  private final Path people = folder.resolve("people.csv");
  private final Path target = folder.resolve("target.csv");

  @BeforeEach
  void aLongList() throws Exception {
    List<String> nothing = Stream.concat(HEARS_CTRL_C.stream(), Stream.of("true")).toList();
    assumeThat(new ProcessBuilder(nothing).start().waitFor()).as("env of coreutils 8.31").isZero();
    int code =
        started("generate-records", "--persons", MANY, "--seed", "1", "--out", people).waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
    Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef\n");
  }

  private Process started(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(HEARS_CTRL_C);
    command.add(Server.HOME.resolve("passerelle").toString());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return Server.process(command, output);
  }

  private void cancelled(Process process, BooleanSupplier begun) throws Exception {
    try {
      Eventually.is("the work has begun", () -> !process.isAlive() || begun.getAsBoolean());
      assertThat(process.isAlive()).as("still at work: %s", Files.readString(output)).isTrue();
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(BY_CTRL_C);
      assertThat(target).doesNotExist();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(Path::getFileName).map(Path::toString))
            .containsExactlyInAnyOrder("people.csv", "key", "output.txt");
      }
      assertThat(Files.readString(output)).doesNotContain("Exception");
    } finally {
      process.destroyForcibly();
    }
  }

  private long parts() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void whileItLinks() throws Exception {
    Process process = started("link", people, "--out", target);
    // reading takes less than this; the launcher replaces itself by the JVM, so it is the same
    // process
    cancelled(process, () -> computed(process).compareTo(Duration.ofSeconds(6)) > 0);
  }

  private static Duration computed(Process process) {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Test
  void whileItEncodes() throws Exception {
    Process process = started("encode", people, "--key", folder.resolve("key"), "--out", target);
    cancelled(process, () -> parts() > 0);
  }
}
