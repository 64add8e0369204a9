package org.passerelle.linkage.internal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Distances of texts, by bits and as they are defined, with a limit and without. */
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

  /** The same letters where they are not ASCII. */
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

  /** As it is defined, cell by cell. */
  private static int plain(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cell(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
    least = Math.min(least, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }

  private String longText(int letters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < letters) {
      text.append((char) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(7)));
    }
    return text.toString();
  }

  /** A text with some letters left out, added, changed and swapped. */
  private String miswritten(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int n = random.nextInt(30); n > 0; n--) {
      int at = random.nextInt(out.length() - 1);
      char letter = (char) ('a' + random.nextInt(7));
      switch (random.nextInt(4)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, letter);
        case 2 -> out.setCharAt(at, letter);
        default -> out.insert(at, out.charAt(at + 1)).deleteCharAt(at + 2);
      }
    }
    return out.toString();
  }

  @Test
  void longTextsAreAsFarApartAsShortOnes() {
    for (int n = 0; n < 2_000; n++) {
      String a = longText(60 + random.nextInt(200));
      String b = random.nextBoolean() ? miswritten(a) : longText(60 + random.nextInt(200));
      int whole = plain(a, b);
      assertThat(Texts.distance(a, b, 1000)).as(a + "/" + b).isEqualTo(whole);
      assertThat(Texts.distance(cyrillic(a), cyrillic(b), 1000)).isEqualTo(whole);
      int most = random.nextInt(200);
      assertThat(Texts.distance(a, b, most)).isEqualTo(Math.min(whole, most + 1));
    }
  }

  @Test
  void veryLongTextsAreComparedByTheirWords() {
    String a = "the quick brown fox ".repeat(40).strip();
    String moved = a.substring(16) + " the quick brown";
    WordsComparison words = new WordsComparison(List.of(a, moved, a + " jumps", longText(900)));
    assertThat(words.level(0, 1)).isEqualTo(words.same() - 1);
    assertThat(words.level(0, 2)).isEqualTo(words.same() - 1);
    assertThat(words.level(0, 3)).isZero();
    assertThat(LongTexts.byWords("a b c", "a b c")).isEqualTo(1);
    assertThat(LongTexts.byWords("a b", "c d")).isZero();
  }
}
