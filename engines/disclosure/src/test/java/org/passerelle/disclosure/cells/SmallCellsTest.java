package org.passerelle.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts hidden besides small ones, as drawings: {@code .} shown, {@code s} small, {@code w}
 * withheld; rows separated by bars, totals last. The smallest possible count is hidden first, a
 * total only if no count is left, the grand total last.
 */
class SmallCellsTest {
  @ParameterizedTest
  @CsvSource({
    // the threshold itself is shown, one below it is not
    "5 5, true, ...",
    "4 5, true, sw.",
    "5 4, true, ws.",
    // the smallest of the others is hidden
    "3 8 40, true, sw..",
    "3 40 8, true, s.w.",
    "40 3 8 9, true, .sw..",
    // a zero hides nothing, and nothing needs hiding if the sum is equally small
    "0 3, true, .ss",
    "0 0, true, ...",
    "3, true, ss",
    // two small counts whose sum leaves each its whole range
    "3 2, true, ss.",
    // two whose small sum would narrow them: the sum is only known to be not zero
    "1 1, true, ssw",
    "4 4, true, ssw",
    "1 4, true, ss.",
    // the sum is hidden elsewhere
    "4 9, false, s.w",
    "7 9, false, ..w",
    "0 0, false, ...",
    "0 2, false, .sw"
  })
  void aLineWithItsSum(String counts, boolean withSum, String drawn) {
    assertThat(draw(SmallCells.ofLine(line(counts), withSum))).isEqualTo(drawn);
  }

  @ParameterizedTest
  @CsvSource({
    "5 9|7 6, ...|...|...",
    "0 0|0 0, ...|...|...",
    "3, ss|ss",
    "0 3|0 0, .ss|...|.ss",
    "3 2|2 3, ss.|ss.|...",
    "1 1|0 0, ssw|...|www",
    "4 6|9 8, sww|w.w|w..",
    "4 6|8 9, sww|w.w|w..",
    "4 40|40 400, sww|w.w|w..",
    "3 8 40|20 30 50, swww|w..w|w...",
    "3 8 40|20 3 50|7 9 2, sww.|ws..|wws.|....",
    "1 0 0|0 12 0|0 0 9, s..w|...w|...w|wwww",
    "2 9|0 7|6 0, sww|..w|w.w|w..",
    "1 30 6|6 1 30|30 6 1, sww.|ws..|.ws.|....",
    "2 2 2|2 2 2, sss.|sss.|www.",
    "1000000 3|3 1000000, ws.|sw.|..."
  })
  void aTableWithItsTotals(String counts, String drawn) {
    long[][] table =
        Arrays.stream(counts.split("\\|")).map(SmallCellsTest::line).toArray(long[][]::new);
    assertThat(
            Arrays.stream(SmallCells.of(table))
                .map(SmallCellsTest::draw)
                .collect(Collectors.joining("|")))
        .isEqualTo(drawn);
  }

  /** What a reader can derive from rows and columns, by hand. */
  @Test
  void whatAnybodyCanWorkOut() {
    long[][] counts = {{3, 8, 11}, {6, 2, 8}, {9, 10, 19}};
    SmallCells.Shown is = SmallCells.Shown.AS_IT_IS;
    SmallCells.Shown small = SmallCells.Shown.SMALL;
    SmallCells.Shown withheld = SmallCells.Shown.WITHHELD;
    long[][][] bounds =
        SmallCells.bounds(
            counts,
            new SmallCells.Shown[][] {{small, withheld, is}, {withheld, small, is}, {is, is, is}});
    // 1 to 4 on the diagonal: beside each, what is left of 11 and 8, within 9 and 10
    assertThat(bounds[0][0]).containsExactly(2, 4);
    assertThat(bounds[0][1]).containsExactly(7, 9);
    assertThat(bounds[1][0]).containsExactly(5, 7);
    assertThat(bounds[1][1]).containsExactly(1, 3);
    assertThat(bounds[2][2]).containsExactly(19, 19);
  }

  private static long[] line(String counts) {
    return Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  private static String draw(SmallCells.Shown[] shown) {
    return Arrays.stream(shown)
        .map(
            one ->
                switch (one) {
                  case AS_IT_IS -> ".";
                  case SMALL -> "s";
                  case WITHHELD -> "w";
                })
        .collect(Collectors.joining());
  }
}
