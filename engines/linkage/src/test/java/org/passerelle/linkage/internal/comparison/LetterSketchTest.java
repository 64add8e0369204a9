package org.passerelle.linkage.internal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A glance never parts what reading would bring together. */
class LetterSketchTest {
  private static final String LETTERS = "aeijklmnoprstuvz 0195-";
  private final SplittableRandom random = new SplittableRandom(1);

  private String text(int letters) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(11); n > 0; n--) {
      text.append(LETTERS.charAt(random.nextInt(letters)));
    }
    return text.toString();
  }

  @Test
  void stepsAreNoFewerThanAGlanceTells() {
    for (int n = 0; n < 50_000; n++) {
      int letters = 4 + random.nextInt(LETTERS.length() - 3);
      String a = text(letters);
      String b = text(letters);
      long x = LetterSketch.of(a);
      long y = LetterSketch.of(b);
      assertThat(LetterSketch.length(x)).isEqualTo(a.length());
      assertThat(LetterSketch.apart(x, y))
          .as(a + "/" + b)
          .isLessThanOrEqualTo(Texts.distance(a, b, 99));
      if (a.startsWith(b) || b.startsWith(a)) {
        assertThat(LetterSketch.mayBegin(x, y)).as(a + "/" + b).isTrue();
      }
    }
  }

  @Test
  void wordsThatAreApartAreTwo() {
    int apart = 0;
    for (int n = 0; n < 50_000; n++) {
      String a = "x" + text(18).strip();
      String b = "y" + text(18).strip();
      if (WordLetters.isApart(LetterSketch.of(a), LetterSketch.of(b))) {
        assertThat(WordLetters.level(a, b)).as(a + "/" + b).isZero();
        apart++;
      }
    }
    assertThat(apart).isGreaterThan(10_000);
  }

  @Test
  void namesThatAreApartHaveNothingInCommon() {
    List<String> values =
        List.of("hoxha", "хоџа", "jovan", "jo", "petrović", "petkovic", "abdul rahman", "rahman");
    NameDictionary names = new NameDictionary(values, 1);
    for (int a = 0; a < values.size(); a++) {
      for (int b = 0; b < values.size(); b++) {
        if (a != b && names.isApart(a, b)) {
          assertThat(names.level(a, b)).as(values.get(a) + "/" + values.get(b)).isZero();
        }
      }
    }
    assertThat(names.isApart(0, 4)).isTrue();
    assertThat(names.isApart(0, 1)).isFalse();
  }
}
