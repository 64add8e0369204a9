package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.disclosure.noise.Chances;
import org.passerelle.disclosure.noise.DiscreteNoise;
import org.passerelle.disclosure.noise.Fraction;

/** The probabilities of the noise are exactly those of its definition. */
class NoiseTest {

  /**
   * Enumerates every course of the random draws with its exact probability, down to the rarest. A
   * course that starts over is skipped, since its continuation has the same probabilities.
   */
  @ParameterizedTest
  @CsvSource("2, 1")
  void laplaceByEveryCourseOfChance(int over, int under) {
    laplace(over, under);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"1, 1", "1, 2", "3, 2"})
  void laplaceOfLessByEveryCourseOfChance(int over, int under) {
    laplace(over, under);
  }

  private static void laplace(int over, int under) {
    Courses courses = new Courses(1e-10);
    Map<Long, Double> found =
        courses.all(chances -> new DiscreteNoise(chances).laplace(Fraction.of(over, under)));
    double all = found.values().stream().mapToDouble(Double::doubleValue).sum();
    double q = Math.exp(-(double) over / under);
    assertThat(courses.left()).isLessThan(1e-5);
    for (long y = -6; y <= 6; y++) {
      double expected = (1 - q) / (1 + q) * Math.pow(q, (double) Math.abs(y));
      assertThat(found.getOrDefault(y, 0.0) / all)
          .as("P(%d)", y)
          .isCloseTo(expected, within(2 * courses.left() / all));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 3", "1, 1", "7, 3"})
  void whatHappensWithAPowerOfE(int over, int under) {
    Courses courses = new Courses(1e-16);
    Map<Long, Double> probabilities =
        courses.all(
            chances ->
                new DiscreteNoise(chances)
                        .happensExp(BigInteger.valueOf(over), BigInteger.valueOf(under))
                    ? BigInteger.ONE
                    : BigInteger.ZERO);
    assertThat(probabilities.getOrDefault(1L, 0.0))
        .isCloseTo(Math.exp(-(double) over / under), within(1e-12));
  }

  /** Chi-squared with a fixed source; 14 cells, the 0.999 quantile for 13 is 34.5. */
  @ParameterizedTest
  @Tag("long")
  @CsvSource({"4, 1", "9, 2"})
  void gaussian(int over, int under) {
    Random random = new Random(5);
    DiscreteNoise noise =
        new DiscreteNoise(bound -> BigInteger.valueOf(random.nextLong(bound.longValueExact())));
    int draws = 60_000;
    long[] seen = new long[15];
    for (int i = 0; i < draws; i++) {
      seen[
          (int) Math.max(-7, Math.min(7, noise.gaussian(Fraction.of(over, under)).longValue()))
              + 7]++;
    }
    double[] weights = new double[15];
    double all = 0;
    for (int y = -60; y <= 60; y++) {
      double weight = Math.exp(-y * y / (2.0 * over / under));
      weights[Math.max(-7, Math.min(7, y)) + 7] += weight;
      all += weight;
    }
    double squared = 0;
    for (int i = 0; i < 15; i++) {
      double expected = draws * weights[i] / all;
      squared += (seen[i] - expected) * (seen[i] - expected) / expected;
    }
    assertThat(squared).isLessThan(36.1);
  }

  @Test
  @Tag("long")
  void theErrorOfSevenTablesAtOne() {
    Random random = new Random(9);
    DiscreteNoise noise =
        new DiscreteNoise(bound -> BigInteger.valueOf(random.nextLong(bound.longValueExact())));
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += noise.laplace(Fraction.of(1, 7)).abs().doubleValue();
    }
    assertThat(sum / 20_000).isLessThan(8).isCloseTo(6.976, within(0.15));
  }

  /** All courses of the random draws, one after the other: each decision both ways. */
  private static final class Courses {
    private final double least;
    private final java.util.ArrayDeque<Start> starts = new java.util.ArrayDeque<>();
    private double left;

    Courses(double least) {
      this.least = least;
    }

    private record Start(java.util.List<Integer> choices, double probability) {}

    double left() {
      return left;
    }

    Map<Long, Double> all(java.util.function.Function<Chances, BigInteger> run) {
      Map<Long, Double> found = new TreeMap<>();
      starts.add(new Start(java.util.List.of(), 1));
      while (!starts.isEmpty()) {
        Start start = starts.removeLast();
        Course course = new Course(start);
        try {
          long value = run.apply(course).longValueExact();
          found.merge(value, course.probability, Double::sum);
        } catch (Ended ended) {
          left += course.anew ? 0 : course.probability;
        }
      }
      return found;
    }

    private final class Course implements Chances {
      private final java.util.List<Integer> choices;
      private int at;
      private double probability;
      private boolean begun;
      private boolean anew;

      Course(Start start) {
        choices = new java.util.ArrayList<>(start.choices());
        probability = start.probability();
      }

      @Override
      public BigInteger below(BigInteger bound) {
        if (begun) {
          anew = true;
          throw new Ended();
        }
        begun = true;
        double[] ways = new double[bound.intValueExact()];
        java.util.Arrays.fill(ways, 1.0 / ways.length);
        return BigInteger.valueOf(choose(ways));
      }

      @Override
      public boolean happens(BigInteger some, BigInteger all) {
        double yes = some.doubleValue() / all.doubleValue();
        return choose(new double[] {1 - yes, yes}) == 1;
      }

      private int choose(double[] ways) {
        if (at < choices.size()) {
          return choices.get(at++);
        }
        if (probability < least) {
          throw new Ended();
        }
        for (int way = 1; way < ways.length; way++) {
          if (ways[way] > 0) {
            java.util.List<Integer> other = new java.util.ArrayList<>(choices);
            other.add(way);
            starts.add(new Start(other, probability * ways[way]));
          }
        }
        choices.add(0);
        at++;
        probability *= ways[0];
        if (probability == 0) {
          throw new Ended();
        }
        return 0;
      }
    }

    private static final class Ended extends RuntimeException {
      private static final long serialVersionUID = 1;

      Ended() {
        super(null, null, false, false);
      }
    }
  }
}
