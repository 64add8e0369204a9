package org.passerelle.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No row tells of fewer sources than it may. */
class FewSourcesProperties {
  @Property
  void behindEachRowStandEnoughSourcesUnlessThereAreFewerInAll(
      @ForAll("behind") Map<String, Set<String>> behind,
      @ForAll @IntRange(min = 1, max = 5) int n) {
    Set<String> few = FewSources.of(behind, n);
    Set<String> together = new HashSet<>();
    Set<String> all = new HashSet<>();
    behind.forEach(
        (category, sources) -> {
          all.addAll(sources);
          if (few.contains(category)) {
            together.addAll(sources);
          } else {
            assertThat(sources).hasSizeGreaterThanOrEqualTo(n);
          }
        });
    if (all.size() < n) {
      assertThat(few).isEqualTo(behind.keySet());
    } else if (!few.isEmpty()) {
      assertThat(together).hasSizeGreaterThanOrEqualTo(n);
    }
    assertThat(FewSources.of(new TreeMap<>(behind), n)).isEqualTo(few);
  }

  @Provide
  Arbitrary<Map<String, Set<String>>> behind() {
    return Arbitraries.maps(
            Arbitraries.of("labour", "sexual", "begging", "organs", "other"),
            Arbitraries.integers().between(1, 9).map(i -> "i" + i).set().ofMinSize(1).ofMaxSize(6))
        .ofMaxSize(5);
  }

  @Example
  void theOneWithTheFewestJoins() {
    Map<String, Set<String>> behind =
        Map.of("a", Set.of("1"), "b", Set.of("1", "2", "3", "4"), "c", Set.of("1", "2", "5"));
    assertThat(FewSources.of(behind, 3)).containsExactlyElementsOf(List.of("a", "c"));
    assertThat(FewSources.of(Map.of("a", Set.of("1", "2", "3")), 3)).isEmpty();
    assertThat(FewSources.of(Map.of(), 3)).isEmpty();
  }
}
