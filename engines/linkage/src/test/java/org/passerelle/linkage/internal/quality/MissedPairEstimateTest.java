package org.passerelle.linkage.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.TestLists;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.candidates.SampleKeys;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/** What is said of those who never met. */
@Tag("long")
class MissedPairEstimateTest {
  private static final LinkSettings SETTINGS = LinkSettings.usual().withLeftOut(Set.of("person"));

  private static final long[] NONE = {};

  private static Population population(PersonTable table) {
    return Linkage.population(table, Optional.empty(), SETTINGS);
  }

  private static double truePairs(PersonTable table) {
    int column = table.header().indexOf("person");
    Map<String, Integer> seen = new HashMap<>();
    double pairs = 0;
    for (int i = 0; i < table.size(); i++) {
      pairs += seen.merge(table.value(i, column), 1, Integer::sum) - 1;
    }
    return pairs;
  }

  /** As it is done beyond 300,000 records, on a list whose truth is known. */
  @Test
  @Tag("slow")
  void aSampleTellsHowManyThereAre() {
    PersonTable table = TestLists.invented(1_200, 44);
    Population population = population(table);
    Pairs pairs =
        Pairs.found(new Candidates(population, Progress.SILENT).byKeys().pairs().sorted(), NONE);
    pairs.compare(new PairLevels(population), 0, pairs.size());
    FellegiSunter model = FellegiSunter.fit(population, pairs, pairs.patterns(), SETTINGS);
    Scores scores = Scores.of(population, model, TermFrequencies.of(population));
    pairs.weigh(scores);
    MissedPairEstimate.Told told = new MissedPairEstimate(population, 1).told(pairs, scores, model);
    double truly = truePairs(table);
    assertThat(told.hidden().pairs()).isCloseTo(truly, within(0.12 * truly));
    assertThat(told.share()).isBetween(0.9, 1.0);
  }

  @Test
  void aSampleMeetsEverybodyWhoSharesAKey() {
    Population population = population(TestLists.invented(150, 45));
    int[] sample = IntStream.range(0, population.size()).filter(i -> i % 7 == 0).toArray();
    Set<Long> expected = new TreeSet<>();
    List<Keys.Key> keys = Keys.all(population);
    for (Keys.Key key : keys.subList(0, Math.min(120, keys.size()))) {
      LongList entries = new LongList();
      Blocks.entries(population, key, 0, population.size(), entries::add);
      new Blocks(population, entries.distinct())
          .pairs(
              Keys.LARGEST_BLOCK,
              pair -> {
                if ((int) (pair >>> 32) % 7 == 0 || (int) pair % 7 == 0) {
                  expected.add(pair);
                }
              });
    }
    assertThat(new SampleKeys(population, sample, j -> true).pairs())
        .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
  }

  @Test
  void twoWaysTellHowManyNeitherFound() {
    assertThat(new CaptureCounts(80, 60, 48).total()).isCloseTo(81.0 * 61 / 49 - 1, within(1e-9));
    assertThat(new CaptureCounts(80, 60, 60).total()).isEqualTo(80);
    assertThat(new CaptureCounts(10, 0, 0).total()).isCloseTo(10, within(1e-9));
  }
}
