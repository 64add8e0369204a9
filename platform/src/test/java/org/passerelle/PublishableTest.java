package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Engines can be given to others: each has a module of its own and needs nothing of the house. */
class PublishableTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern OURS =
      Pattern.compile(
          "<dependency><groupId>org\\.passerelle</groupId><artifactId>passerelle-([\\w-]+)<");

  private static List<Path> engines() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("engines"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }

  private static String name(Path engine) {
    return Objects.requireNonNull(engine.getFileName()).toString();
  }

  @Test
  void eachEngineHasTheNameOfItsPackageAsModule() throws IOException {
    for (Path engine : engines()) {
      String module = "org.passerelle." + name(engine).replace('-', '.');
      assertThat(Files.readString(engine.resolve("pom.xml")))
          .as(engine.toString())
          .contains("<passerelle.module>" + module + "</passerelle.module>");
      assertThat(engine.resolve("src/main/java").resolve(module.replace('.', '/'))).exists();
    }
  }

  @Test
  void enginesNeedOtherEnginesAtMost() throws IOException {
    List<String> names = engines().stream().map(PublishableTest::name).toList();
    for (Path engine : engines()) {
      List<String> needed =
          OURS.matcher(Files.readString(engine.resolve("pom.xml")))
              .results()
              .map(MatchResult::group)
              .map(text -> text.substring(text.indexOf("passerelle-") + 11, text.length() - 1))
              .toList();
      assertThat(names).as(engine.toString()).containsAll(needed);
    }
  }

  @Test
  void theReleaseAddsSourcesJavadocAndALicence() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    assertThat(pom).contains("<license>", "<name>EUPL-1.2</name>");
    assertThat(pom.substring(pom.indexOf("<id>release</id>")))
        .contains(
            "maven-source-plugin", "maven-javadoc-plugin", "<Automatic-Module-Name>${passerelle.");
  }
}
