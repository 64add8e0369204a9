package org.passerelle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run reports tests that do not simply pass, each in a JVM of its own. */
class RunClassesTest {
  @TempDir Path folder;

  /** Leaves behind a thread that dies unnoticed by its own thread. */
  static class Careless {
    @Test
    void startsSomethingThatDies() throws InterruptedException {
      Thread helper =
          new Thread(
              () -> {
                throw new IllegalStateException("nobody catches this");
              },
              "helper");
      helper.start();
      helper.join();
    }

    @Test
    void isSound() {
      assertThat(Thread.currentThread().isAlive()).isTrue();
    }
  }

  /** Waits forever. */
  static class Patient {
    @Test
    void waitsForEver() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  @Test
  void aThreadThatDiesFailsTheTestAtHand() throws Exception {
    assertThat(run(Careless.class, "60")).isZero();
    assertThat(table())
        .filteredOn(line -> line.startsWith("failed"))
        .singleElement()
        .asString()
        .contains(
            "Careless#startsSomethingThatDies",
            "its thread \"helper\" died of java.lang.IllegalStateException: nobody catches this");
    assertThat(table()).last().asString().endsWith("\t2\t1\t0");
  }

  /** On a busy machine JUnit itself may take longer to start than the patience of one second. */
  @Test
  void aTestThatHangsIsNamedAndEndsTheJvm() throws Exception {
    int patience = 1;
    do {
      Files.deleteIfExists(folder.resolve("results"));
      assertThat(run(Patient.class, String.valueOf(patience))).isEqualTo(RunClasses.HUNG);
      assertThat(table().get(0)).contains("hung: nothing happened for " + patience + " s");
      patience *= 4;
    } while (!table().get(0).contains("#") && patience < 100);
    assertThat(table().get(0)).contains("Patient#waitsForEver");
  }

  private int run(Class<?> type, String patience) throws IOException, InterruptedException {
    Path list = Files.writeString(folder.resolve("list"), type.getName());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RunClasses.class.getName(),
            "testing",
            list.toString(),
            folder.resolve("results").toString(),
            "1",
            patience,
            "none")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile())
        .start()
        .waitFor();
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(folder.resolve("results"));
  }
}
