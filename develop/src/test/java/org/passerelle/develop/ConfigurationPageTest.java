package org.passerelle.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every setting, variable and option stands in docs/configuration.md as the code has it. */
class ConfigurationPageTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = HOME.resolve("docs/configuration.md");

  @Test
  void thePageInTheDocumentsIsTheOneFromTheCode() throws IOException {
    String page = new ConfigurationPage(HOME).text();
    if (System.getProperty("write.configuration") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE)).as("docs/configuration.md is there").isTrue();
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md; ./passerelle develop renew writes it anew")
        .isEqualTo(page);
  }

  @Test
  void itTellsOfEveryWayToSetSomething() throws IOException {
    assertThat(new ConfigurationPage(HOME).text())
        .contains("| `passerelle.session.idle` |", "`30m`")
        .contains("| `passerelle.mail-from` |")
        .contains("| `PASSERELLE_MEMORY` |")
        .contains("| `server.tomcat.max-swallow-size` |")
        .contains("### serve\n", "### key rotate\n", "| `--port N` |", "`8080`")
        .doesNotContain("--region-folder");
  }
}
