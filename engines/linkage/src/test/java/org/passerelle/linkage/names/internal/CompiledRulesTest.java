package org.passerelle.linkage.names.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build compiled is what somebody wrote. */
class CompiledRulesTest {
  @Test
  void everyFileIsCompiledAsItWasWritten() throws IOException, URISyntaxException {
    URL one = RuleFile.class.getResource(RuleFile.FOLDER + "names/words.yaml");
    Path names = Objects.requireNonNull(Path.of(Objects.requireNonNull(one).toURI()).getParent());
    Path folder = Objects.requireNonNull(names.getParent());
    List<String> written;
    try (Stream<Path> files = Files.walk(folder)) {
      written =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
    }
    assertThat(written).hasSizeGreaterThan(30);
    assertThat(CompiledRules.names()).isEqualTo(written);
    for (String name : written) {
      // as bytes, so that the order of entries counts
      assertThat(CompiledRules.bytes(CompiledRules.read(name).orElseThrow()))
          .as(name)
          .isEqualTo(CompiledRules.bytes(RuleYaml.read(name)));
      assertThat(CompiledRules.read(name).orElseThrow()).as(name).isEqualTo(RuleYaml.read(name));
    }
  }

  @Test
  void whatWasNotCompiledIsReadAsItWasWritten() throws IOException {
    assertThat(CompiledRules.read("names/none.yaml")).isEmpty();
  }

  @Test
  void aValueThatNoRuleIsMadeOfStopsTheBuild() {
    assertThatThrownBy(() -> CompiledRules.bytes(Map.of("since", LocalDate.EPOCH)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is a LocalDate. Maybe it belongs in quotation marks.");
  }
}
