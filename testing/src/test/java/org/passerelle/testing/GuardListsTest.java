package org.passerelle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
