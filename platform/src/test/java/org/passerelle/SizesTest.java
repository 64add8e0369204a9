package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader must take in at once stays small; what grows beyond it is cut by its subject. */
class SizesTest {
  private static final int LINES = 300;
  private static final int PARAMETERS = 8;
  private static final Path ROOT = Path.of("..");

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    Map<String, Integer> longer = new TreeMap<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES) {
        longer.put(ROOT.relativize(file).toString(), lines);
      }
    }
    assertThat(longer).as("longer than %d lines; cut them by subject", LINES).isEmpty();
  }

  /** Records are named by their parts and exempt; so are classes that the compiler fills. */
  @Test
  void nothingIsMadeOfMoreThanEightParts() {
    List<String> large =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.passerelle")
                .stream()
                .filter(type -> !type.isRecord() && !type.isEnum())
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .map(JavaClass::getConstructors)
                .flatMap(constructors -> constructors.stream())
                .filter(made -> made.getRawParameterTypes().size() > PARAMETERS)
                .map(JavaConstructor::getFullName)
                .toList();
    assertThat(large)
        .as("constructors of more than %d parameters; a part of them has a name", PARAMETERS)
        .isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .toList();
    }
  }
}
