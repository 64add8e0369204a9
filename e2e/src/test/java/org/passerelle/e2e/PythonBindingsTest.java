package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engines from Python, and the notebooks that show them. */
@Tag("long")
class PythonBindingsTest {
  /** Debian's, since another one has other libraries. */
  private static final String PYTHON = "/usr/bin/python3";

  private final Path folder = Server.folder();

  @BeforeAll
  static void thereIsPandas() throws Exception {
    assumeTrue(
        Files.exists(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import pandas").start().waitFor() == 0,
        "Debian's python3-pandas is not here: the bindings are left out");
  }

  @Test
  void bindingsAndNotebooksSayWhatTheCommandsSay() throws Exception {
    Path output = folder.resolve("output.txt");
    Path tests = Server.HOME.resolve("bindings/python/tests/run.py");
    int code = Server.process(List.of(PYTHON, "-B", tests.toString()), output).waitFor();
    String said = Files.readString(output);
    assertThat(code).as(said).isZero();
    assertThat(said).contains("ok notebooks_run").doesNotContain("FAILED");
  }
}
