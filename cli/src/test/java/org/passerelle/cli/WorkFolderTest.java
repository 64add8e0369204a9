package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files created by a command for its work are gone when it ends, however it ends. */
class WorkFolderTest {
  @Test
  void goesWithItsFiles() throws IOException {
    Path path;
    try (WorkFolder folder = WorkFolder.named("passerelle-test")) {
      path = folder.path();
      Files.writeString(path.resolve("copy"), "x");
    }
    assertThat(path).doesNotExist();
  }

  /** A child process: creates a folder, prints its path, and waits to be ended. */
  public static void main(String[] arguments) throws IOException {
    Path path = WorkFolder.named("passerelle-test").path();
    Files.writeString(path.resolve("copy"), "x");
    System.out.println(path);
    System.out.flush();
    System.in.read();
  }

  @Test
  void goesWhenTheProcessIsEnded() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkFolderTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      Path path = Path.of(said.readLine());
      assertThat(path.resolve("copy")).exists();
      process.destroy();
      process.waitFor();
      assertThat(path).doesNotExist();
    }
  }
}
