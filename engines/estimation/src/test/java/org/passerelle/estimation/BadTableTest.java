package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A malformed table of capture histories is refused with line, column and what was expected. */
class BadTableTest {
  private static CaptureHistories read(String text) throws IOException {
    return CaptureHistories.read(new StringReader(text), "t.csv");
  }

  @Test
  void everyMistakeIsNamedWhereItStands() {
    String[][] mistakes = {
      {"", "t.csv is empty"},
      {"A,count\n1,3\n", "one list, A"},
      {"A\n1\n", "one list, A"},
      {"0,1,5\n", "names of the lists are expected"},
      {"A,,count\n", "line 1, column 2"},
      {"A,A,count\n", "A again"},
      {"A,B,count\n1,0,-4\n", "line 2, column 3 (count)"},
      {"A,B,count\n1,0,2.5\n", "found 2.5"},
      {"A,B,count\n1,0,NaN\n", "found NaN"},
      {"A,B,count\n1,0,99999999999999999999\n", "line 2, column 3"},
      {"A,B,count\n1,2,7\n", "line 2, column 2 (B): 0 or 1 is expected, found 2"},
      {"A,B,count\n1,0\n", "has 2 columns; 3 are expected"},
      {"A,B,count\n1,0,3,1\n", "has 4 columns; 3 are expected"},
      {"A,B,count\n0,0,3\n1,1,2\n", "3 people on no list"},
      {"A,B,count\n1,0,0\n", "Nobody is on any list"},
      {"A,B,count\n", "Nobody is on any list"},
      {"A,B\n1,0\n1,0\n1,1\n0,1\n1,5\n", "line 6, column 2 (B): 0 or 1 is expected, found 5"},
      {"A,B,C,D,E,F,G,H,I,J,count\n", "10 lists"},
      {"A,B,C,D,E,F,G,H,I,J\n1,0,0,0,0,0,0,0,0,0\n", "10 lists"},
      {"x".repeat(20_000), "characters long"},
    };
    for (String[] mistake : mistakes) {
      assertThatThrownBy(() -> read(mistake[0]))
          .as(mistake[0])
          .isInstanceOf(BadTable.class)
          .hasMessageContaining(mistake[1]);
    }
  }

  @Test
  void whatCanBeReadIsRead() throws IOException {
    CaptureHistories table =
        read("\uFEFF\"A\";B;Count\r\n1;0;4\r\n\r\n1;0;2\r\n0;1;1\r\n1;1;3\r\n");
    assertThat(table.lists()).containsExactly("A", "B");
    assertThat(table.counts()).containsExactly(0, 6, 1, 3);
    assertThat(table.warnings()).singleElement().asString().contains("repeat");
    assertThat(read("A,B,people\n1,0,4\n1,1,3\n").warnings())
        .singleElement()
        .asString()
        .contains("people");
  }

  @Test
  void aMillionPersonsAreCounted() throws IOException {
    StringBuilder text = new StringBuilder("A,B,C\n");
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i % 3 == 0 ? "1,0,1\n" : i % 3 == 1 ? "0,1,1\n" : "1,1,0\n");
    }
    CaptureHistories table = read(text.toString());
    assertThat(table.observed()).isEqualTo(1_000_000);
    assertThat(table.count(0b101)).isEqualTo(333_334);
  }

  @Tag("slow")
  @Test
  void aBillionInACellIsAnswered() throws IOException {
    CaptureHistories table =
        read("A,B,C,count\n1,0,0,1000000000\n0,1,0,5000\n0,0,1,70\n1,1,0,30\n0,1,1,4\n1,0,1,2\n");
    for (Estimate e : new Study(table, Settings.usual().withBootstrap(50)).all()) {
      assertThat(e.estimate() == null ? e.warnings().isEmpty() : e.estimate().isNaN())
          .as(e.method())
          .isFalse();
    }
  }

  @Test
  void withoutOverlapThereIsNoEstimateAndTheReasonIsSaid() throws IOException {
    CaptureHistories table = read("A,B,C,count\n1,0,0,10\n0,1,0,9\n0,0,1,8\n");
    for (Estimate e : new Study(table, Settings.usual().withBootstrap(20)).all()) {
      assertThat(e.estimate()).as(e.method()).isNull();
      assertThat(e.warnings()).as(e.method()).anyMatch(w -> w.in("en").startsWith("No estimate"));
    }
  }

  @Test
  void oneListOfEverybodyBesideEmptyOnesIsNoEstimate() throws IOException {
    CaptureHistories table = read("A,B,C,count\n1,0,0,10\n");
    assertThatThrownBy(() -> new Study(table, Settings.usual()))
        .isInstanceOf(NoEstimate.class)
        .hasMessageContaining("A contains everybody");
  }
}
