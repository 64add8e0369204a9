package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A handler takes three parameters at most: what is sent is asked of {@code pages.Act}, or is a
 * record. Those that still take more are listed, and the list only becomes shorter.
 */
@Tag("slow")
class HandlersTest {
  private static final int MOST = 3;
  private static final String MAPPINGS = "org.springframework.web.bind.annotation.";
  private static final Path LISTED = Path.of("src/test/resources/handlers-of-more.txt");

  @Test
  void noHandlerTakesMoreThanThreeParameters() throws IOException {
    List<String> more =
        ReadClasses.ofTheHouse().stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getRawParameterTypes().size() > MOST)
            .filter(HandlersTest::handles)
            .map(HandlersTest::named)
            .sorted()
            .toList();
    assertThat(more)
        .as("take a record or an Act; and remove from %s what no longer takes more", LISTED)
        .isEqualTo(Files.readAllLines(LISTED));
  }

  private static boolean handles(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getName())
        .anyMatch(name -> name.startsWith(MAPPINGS) && name.endsWith("Mapping"));
  }

  private static String named(JavaMethod method) {
    return method.getOwner().getSimpleName()
        + "."
        + method.getName()
        + " "
        + method.getRawParameterTypes().size();
  }
}
