package org.passerelle.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Distances of texts, by bits and row by row, with a limit and without. */
class TextsTest {
  private static final int MANY = 100;

  private final SplittableRandom random = new SplittableRandom(1);

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(9); n > 0; n--) {
      text.append((char) ('a' + random.nextInt(5)));
    }
    return text.toString();
  }

  /** The same letters where they are not ASCII, which are compared row by row. */
  private static String cyrillic(String text) {
    return text.chars()
        .map(c -> c - 'a' + 'а')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void aLimitChangesNothingBelowIt() {
    for (int n = 0; n < 20_000; n++) {
      String a = text();
      String b = text();
      int whole = Texts.distance(cyrillic(a), cyrillic(b), MANY);
      assertThat(Texts.distance(a, b, MANY)).as(a + " " + b).isEqualTo(whole);
      int most = random.nextInt(6);
      assertThat(Texts.distance(a, b, most))
          .as(a + " " + b + " " + most)
          .isEqualTo(Math.min(whole, most + 1));
    }
  }

  @Test
  void lettersThatShareABitDoNotPartTexts() {
    // 64 apart
    assertThat(Texts.distance("x8x", "xxx", 0)).isEqualTo(1);
    assertThat(Texts.distance("ab", "cd", 1)).isEqualTo(2);
  }

  @Test
  void halfTheSimilarityIsEnough() {
    for (int n = 0; n < 20_000; n++) {
      String a = text();
      String b = text();
      double whole = Texts.similarity(a, b);
      double half = Texts.halfSimilarity(a, b);
      if (whole >= 0.5) {
        assertThat(half).as(a + " " + b).isEqualTo(whole);
      } else {
        assertThat(half).as(a + " " + b).isLessThan(0.5);
      }
    }
  }
}
