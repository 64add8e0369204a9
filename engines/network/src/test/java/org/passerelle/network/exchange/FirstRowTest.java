package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Tie;

/** A table whose first row is a tie loses none, whatever its columns are said to be. */
class FirstRowTest {
  private static final String NUMBERS = "1 2 5\n1 3 1\n2 3 1\n";

  @Test
  void columnsAreNamedByTheirNumberWhereNoRowNamesThem() throws IOException {
    NetworkFile read = read("header: false\nties:\n  source: 2\n  target: 1\n  weight: 3\n");
    assertThat(read.network().ties())
        .hasSize(3)
        .first()
        .extracting(Tie::source, Tie::target, Tie::weight)
        .containsExactly("2", "1", 5.0);
    assertThat(read("header: no\n").network().ties()).hasSize(3);
  }

  @Test
  void aColumnThatIsNotThereIsRefused() {
    for (String column : new String[] {"4", "0", "who", "99999999999"}) {
      assertThatThrownBy(() -> read("header: false\nties: {source: 1, target: " + column + "}"))
          .as(column)
          .isInstanceOf(BadNetwork.class)
          .hasMessageContaining(column);
    }
    assertThatThrownBy(() -> read("header: perhaps")).isInstanceOf(BadNetwork.class);
  }

  @Test
  void whatLooksLikeATieIsNotTakenForNames() throws IOException {
    assertThat(NetworkFile.namesColumns(source(NUMBERS), Mapping.usual())).isFalse();
    assertThat(NetworkFile.namesColumns(source("from,to\na,b\n"), Mapping.usual())).isTrue();
    for (String head : new String[] {"appelant;appelé", "pozivalac;pozvani", "позивалац;позвани"}) {
      assertThat(NetworkFile.namesColumns(source(head + "\na;b\n"), Mapping.usual()))
          .as(head)
          .isTrue();
    }
  }

  private static NetworkFile read(String yaml) throws IOException {
    return NetworkFile.read(
        source(NUMBERS), new ReadOptions(null, Mapping.read(source(yaml)), false, false));
  }

  private static Source source(String text) {
    return Source.of("ties.txt", text.getBytes(StandardCharsets.UTF_8));
  }
}
