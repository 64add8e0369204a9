package org.passerelle.protect.identity.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.linkage.files.Judgement;
import org.passerelle.linkage.files.Likeness;
import org.passerelle.linkage.files.LikenessWeights;

/** Results of comparing files, measured on invented persons. */
@Tag("slow")
@Tag("long")
class LikenessFiguresTest {
  private static final int PERSONS = 1_000;
  private final Likeness likeness = new Likeness();

  @Test
  void whatIsLikelyIsOnePersonAndLittleIsMissed() {
    Figures figures = figures(new InventedFiles(PERSONS, 7));
    System.out.println(figures);
    assertThat(figures.right / (double) figures.likely).isGreaterThan(0.9);
    assertThat(figures.queued / (double) figures.pairs).isGreaterThan(0.85);
    assertThat(figures.doubtful).isLessThan(figures.pairs / 2);
  }

  /**
   * Persons with the same surname and telephone number but another first name and date are
   * different.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5})
  void aFamilyIsNotOnePerson(double families) {
    Figures figures = figures(new InventedFiles(PERSONS, families, 8));
    System.out.printf("%.0f %% in families: %s%n", 100 * families, figures);
    assertThat(figures.right / (double) figures.likely).isGreaterThan(0.97);
    assertThat(figures.queued / (double) figures.pairs).isGreaterThan(0.9);
    assertThat(figures.doubtful).isLessThan(figures.pairs / 2);
  }

  /**
   * Numbers of pairs by result.
   *
   * @param queued pairs of one person that are presented to a reader
   * @param right pairs of one person among the likely ones
   * @param doubtful pairs, of one person or not
   */
  private record Figures(int files, int pairs, int queued, int likely, int right, int doubtful) {}

  private Figures figures(InventedFiles invented) {
    int likely = 0;
    int right = 0;
    int doubtful = 0;
    int queued = 0;
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
      queued += same && probability >= Recognition.DOUBTFUL ? 1 : 0;
    }
    return new Figures(invented.files.size(), truePairs(invented), queued, likely, right, doubtful);
  }

  /** The file of weights agrees with the generator. */
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
        ComparedTraits.of(invented.files.get(one)),
        ComparedTraits.of(invented.files.get(other)),
        invented::share,
        invented.files.size());
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
