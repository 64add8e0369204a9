package org.passerelle.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for any two names. */
@Tag("slow")
class RegionalNamesProperties {
  private static final List<List<String>> SAME = NamePairs.resource("same-names.tsv");
  private final RegionalNames names = RegionalNames.load();

  @Provide
  Arbitrary<String> written() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(0, SAME.size() - 1)
            .flatMap(i -> Arbitraries.of(SAME.get(i).get(0), SAME.get(i).get(1))),
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("abcčćdđe şığİ’-. šŠжшџљαβγόςΣق学").ofMaxLength(25));
  }

  @Property(tries = 500)
  void theReasonsAddUp(@ForAll("written") String left, @ForAll("written") String right) {
    Comparison comparison = names.compare(left, right);
    assertThat(comparison.reasons().stream().mapToDouble(Reason::logOdds).sum())
        .isCloseTo(comparison.logOdds(), within(1e-9));
    assertThat(comparison.probability()).isBetween(0.0, 1.0);
    assertThat(comparison.same()).isEqualTo(comparison.probability() >= 0.5);
  }

  @Property(tries = 500)
  void leftAndRightAreAlike(@ForAll("written") String left, @ForAll("written") String right) {
    // what is hopeless is not worked out to the end
    assertThat(Math.max(-6, names.compare(right, left).logOdds()))
        .isCloseTo(Math.max(-6, names.compare(left, right).logOdds()), within(0.35));
    assertThat(names.compare(right, left).same()).isEqualTo(names.compare(left, right).same());
  }

  @Property(tries = 300)
  void aWordIsItself(@ForAll("written") String name) {
    for (String word : names.words(name)) {
      WordComparison itself = names.compareWords(word, word);
      assertThat(itself.evidence()).isPositive();
      assertThat(itself.distance()).isLessThanOrEqualTo(0.1);
      assertThat(names.soundings(word)).isNotEmpty();
      assertThat(names.concept(word)).isEqualTo(names.concept(word));
      assertThat(names.keys(word)).isEqualTo(names.keys(word));
    }
  }

  @Property(tries = 1)
  void twoWritingsOfANameNearlyAlwaysShareAKey() {
    long found = SAME.stream().filter(row -> shareKey(row.get(0), row.get(1))).count();
    assertThat((double) found / SAME.size()).isGreaterThanOrEqualTo(0.99);
  }

  private boolean shareKey(String left, String right) {
    Set<String> keys = new HashSet<>();
    names.words(left).forEach(w -> keys.addAll(names.keys(w)));
    return names.words(right).stream()
        .anyMatch(w -> names.keys(w).stream().anyMatch(keys::contains));
  }
}
