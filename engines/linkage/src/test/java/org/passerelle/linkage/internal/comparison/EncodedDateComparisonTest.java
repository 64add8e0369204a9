package org.passerelle.linkage.internal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Grams;

/** What two encoded dates of birth tell, a year alone among them. */
class EncodedDateComparisonTest {
  private static final EncodingKey KEY =
      EncodingKey.of("a key for tests of dates".getBytes(StandardCharsets.UTF_8));

  private static String level(String one, String other, String... more) {
    List<String> dates = Arrays.asList(Arrays.copyOf(more, more.length + 2));
    dates.set(more.length, one);
    dates.set(more.length + 1, other);
    List<String> encoded = dates.stream().map(EncodedDateComparisonTest::encoded).toList();
    Comparison comparison = new EncodedDateComparison(encoded);
    // values of a dictionary are distinct
    int second = one.equals(other) ? more.length : more.length + 1;
    int level = comparison.level(more.length, second);
    assertThat(comparison.level(second, more.length)).isEqualTo(level);
    return comparison.levels().get(level);
  }

  private static String encoded(String date) {
    return EncodedWords.text(new Clk(KEY).encode(Grams.of(AttributeKind.BIRTH_DATE, date)));
  }

  @Test
  void aYearAloneDoesNotContradictADateInIt() {
    assertThat(level("19700412", "1970-1970")).isEqualTo("does not contradict");
    assertThat(level("19700412", "1971-1971")).isEqualTo("a little alike");
    assertThat(level("19700412", "1945-1945")).isEqualTo("differs");
  }

  @Test
  void aYearIsTheSameOnlyWhereNoDateTellsMore() {
    assertThat(level("1970-1970", "1970-1970")).isEqualTo("same");
    assertThat(level("1970-1970", "1970-1970", "19880102")).isEqualTo("does not contradict");
    assertThat(level("19700412", "19700412")).isEqualTo("same");
  }

  @Test
  void aFatherAndHisSonDifferAndASlipDoesNot() {
    for (int years = 15; years <= 45; years++) {
      String son = (1950 + years) + "-" + (1950 + years);
      assertThat(level("1950-1950", son)).as("%d years", years).isEqualTo("differs");
    }
    assertThat(level("1950-1950", "1951-1951")).isEqualTo("alike");
    assertThat(level("19700412", "19700413")).isIn("alike", "nearly the same");
    assertThat(level("19700412", "19541123")).isEqualTo("differs");
  }
}
