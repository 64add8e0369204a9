package org.passerelle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A class that is in neither list and not tagged as long would never run in the guard. */
class GuardListsTest {
  private final GuardLists lists = new GuardLists(Path.of(".."));

  @Test
  void everyClassGuardsOrIsLong() throws IOException {
    List<String> listed = new ArrayList<>(lists.lines(1));
    listed.addAll(lists.lines(2));
    assertThat(listed).as("listed once").doesNotHaveDuplicates();
    Set<String> missing = new TreeSet<>(lists.guarding());
    missing.removeAll(listed);
    assertThat(missing)
        .as("in neither list. Maybe ./passerelle develop renew, or tag what takes over 10 s")
        .isEmpty();
    listed.removeAll(lists.guarding());
    assertThat(listed).as("listed, but gone or tagged long; ./passerelle develop renew").isEmpty();
  }

  /** What {@code --faults} adds to the guard: each is there, and long, so that it runs once. */
  @Test
  void whatFaultsAddsIsLong() throws IOException {
    for (String line : Files.readAllLines(Path.of("../testing/faults.txt"))) {
      String[] of = line.split(" ", -1);
      Path file = Path.of("..", of[0], "src/test/java", of[1].replace('.', '/') + ".java");
      assertThat(file).exists();
      assertThat(Files.readString(file)).as(line).contains("@Tag(\"long\")");
    }
  }
}
