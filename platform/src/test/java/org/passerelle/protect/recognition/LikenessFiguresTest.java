package org.passerelle.protect.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the comparison of two files finds, on invented persons whose truth is known. */
@Tag("slow")
class LikenessFiguresTest {
  private static final int PERSONS = 1_000;
  private final Likeness likeness = new Likeness();

  @Test
  void whatIsLikelyIsOnePersonAndLittleIsMissed() {
    InventedFiles invented = new InventedFiles(PERSONS, 7);
    int found = 0;
    int likely = 0;
    int right = 0;
    int doubtful = 0;
    int foundInAll = 0;
    for (long pair : invented.candidates()) {
      int one = (int) (pair >> 32);
      int other = (int) pair;
      double probability = judge(invented, one, other).probability();
      boolean same = invented.persons.get(one).equals(invented.persons.get(other));
      if (probability >= Recognition.LIKELY) {
        likely++;
        right += same ? 1 : 0;
      } else if (probability >= Recognition.DOUBTFUL) {
        doubtful++;
      }
      found += same ? 1 : 0;
      foundInAll += same && probability >= Recognition.DOUBTFUL ? 1 : 0;
    }
    int pairs = truePairs(invented);
    System.out.printf(
        "of %d files: of %d pairs of one person %d share a word, %d reach the queue; likely %d, of them right %d; doubtful %d%n",
        invented.files.size(), pairs, found, foundInAll, likely, right, doubtful);
    assertThat(right / (double) likely).isGreaterThan(0.9);
    assertThat(foundInAll / (double) pairs).isGreaterThan(0.85);
    assertThat(doubtful).isLessThan(pairs / 2);
  }

  /** The file of weights says what the generator does. */
  @Test
  void theWeightsAreThoseMeasured() {
    InventedFiles invented = new InventedFiles(3 * PERSONS, 11);
    Map<String, Integer> same = new TreeMap<>();
    Map<String, Integer> different = new TreeMap<>();
    for (int i = 0; i < invented.files.size(); i++) {
      for (int j = i + 1;
          j < invented.files.size() && invented.persons.get(j).equals(invented.persons.get(i));
          j++) {
        count(judge(invented, i, j), same);
      }
    }
    Random random = new Random(3);
    for (int n = 0; n < 40_000; n++) {
      int one = random.nextInt(invented.files.size());
      int other = random.nextInt(invented.files.size());
      if (!invented.persons.get(one).equals(invented.persons.get(other))) {
        count(judge(invented, one, other), different);
      }
    }
    LikenessWeights weights = LikenessWeights.load();
    same.forEach(
        (level, times) -> {
          String attribute = level.substring(0, level.indexOf(' '));
          double m = times / (double) total(same, attribute);
          double u = different.getOrDefault(level, 0) / (double) total(different, attribute);
          System.out.printf("%s [%.4f, %.5f]%n", level, m, u);
          if (System.getProperty("write.recognition") == null) {
            assertThat(weights.m(attribute, level.substring(level.indexOf(' ') + 1)))
                .as(level)
                .isCloseTo(m, org.assertj.core.data.Offset.offset(0.05));
          }
        });
  }

  private static void count(Judgement judgement, Map<String, Integer> levels) {
    judgement
        .agreements()
        .forEach(a -> levels.merge(a.attribute() + " " + a.level(), 1, Integer::sum));
  }

  private static int total(Map<String, Integer> levels, String attribute) {
    return Math.max(
        1,
        levels.entrySet().stream()
            .filter(e -> e.getKey().startsWith(attribute + " "))
            .mapToInt(Map.Entry::getValue)
            .sum());
  }

  private Judgement judge(InventedFiles invented, int one, int other) {
    return likeness.judge(
        invented.files.get(one), invented.files.get(other), invented::share, invented.files.size());
  }

  private static int truePairs(InventedFiles invented) {
    int pairs = 0;
    for (int i = 0; i < invented.files.size(); i++) {
      for (int j = i + 1;
          j < invented.files.size() && invented.persons.get(j).equals(invented.persons.get(i));
          j++) {
        pairs++;
      }
    }
    return pairs;
  }
}
