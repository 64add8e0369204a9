package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How good a result is where the truth is known: records with the same value in a column are one
 * person. In FEBRL's {@code rec_id} the number is the person.
 */
public final class Evaluation {
  private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-(?:org|dup-\\d+)");
  private static final double[] TRIED = {
    .01, .02, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .85, .9, .95, .98, .99, .995, .999
  };
  private static final double[] BINS = {.001, .01, .05, .2, .4, .6, .8, .95, .99, .999, 1};
  private final LinkResult result;
  private final int[] truth;
  private final double pairsInTruth;

  /** Shares of pairs, each from 0 to 1; at which least probability. */
  public record Quality(double threshold, double precision, double recall, double f1) {}

  /**
   * What is judged.
   *
   * @param pairwise each pair by itself, at the threshold that needs no labels
   * @param bestPairwise at the threshold chosen with the labels
   * @param grouped pairs within groups, or matches with one partner each
   * @param exact clusters of more than one record that are a person, whole and nobody else
   * @param bCubed the mean over all records of how pure and how whole the cluster of each is (Bagga
   *     and Baldwin 1998)
   * @param reliability what was stated and what is true, pair by pair
   */
  public record Table(
      Quality pairwise,
      Quality bestPairwise,
      Quality grouped,
      Quality bestGrouped,
      Quality exact,
      Quality bCubed,
      List<Bin> reliability) {}

  /**
   * Pairs that were stated to be one person with about the same probability.
   *
   * @param from least probability
   * @param to what the next bin begins with
   * @param pairs how many pairs
   * @param stated their mean probability
   * @param right share of them that are one person
   */
  public record Bin(double from, double to, long pairs, double stated, double right) {}

  private Evaluation(LinkResult result, int[] truth) {
    this.result = result;
    this.truth = truth;
    this.pairsInTruth = pairs(truth, new int[truth.length]);
  }

  /**
   * Judges a result.
   *
   * @throws BadRecords if there is no such column
   */
  public static Table of(LinkResult result, String column) {
    Evaluation evaluation = new Evaluation(result, truth(result, column));
    if (evaluation.pairsInTruth == 0) {
      throw new BadRecords(
          "No two records have the same value in the column %s: it does not tell who is one person."
              .formatted(column));
    }
    return evaluation.table();
  }

  /** For each record a number for who it is. */
  static int[] truth(LinkResult result, String column) {
    Map<String, Integer> persons = new HashMap<>();
    int[] truth = new int[result.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = persons.computeIfAbsent(person(result, i, column), p -> persons.size());
    }
    return truth;
  }

  private static String person(LinkResult result, int record, String column) {
    boolean first = record < result.left().size();
    PersonTable table = first ? result.left() : result.right().orElse(result.left());
    int at = table.header().indexOf(column);
    if (at < 0) {
      throw new BadRecords(
          "%s has no column %s to evaluate by; it has %s."
              .formatted(table.name(), column, String.join(", ", table.header())));
    }
    String value = table.value(first ? record : record - result.left().size(), at);
    Matcher febrl = FEBRL.matcher(value);
    return febrl.matches() ? febrl.group(1) : value.isEmpty() ? "record " + record : value;
  }

  private Table table() {
    List<Match> all = new ArrayList<>();
    result.outcome().eachPair((i, j, p) -> all.add(new Match(i, j, p, 0)));
    all.sort(Comparator.comparingDouble(m -> -m.probability()));
    Quality best = new Quality(1, 0, 0, 0);
    double threshold = result.outcome().pairThreshold();
    Quality here = new Quality(threshold, 0, 0, 0);
    double right = 0;
    for (int n = 0; n < all.size(); n++) {
      right += right(all.get(n)) ? 1 : 0;
      Quality quality = quality(all.get(n).probability(), n + 1, right);
      best = quality.f1() > best.f1() ? quality : best;
      if (all.get(n).probability() >= threshold) {
        here = quality(threshold, n + 1, right);
      }
    }
    Quality grouped = of(result.matches(), result.threshold());
    Quality bestGrouped = grouped;
    if (result.right().isPresent()) {
      for (double p : TRIED) {
        bestGrouped = better(bestGrouped, of(result.outcome().matchesAt(p), p));
      }
    } else {
      List<int[]> groups = result.outcome().groupsAt(TRIED);
      for (int n = 0; n < TRIED.length; n++) {
        bestGrouped = better(bestGrouped, grouped(groups.get(n), TRIED[n]));
      }
    }
    ClusterQuality clusters = new ClusterQuality(result.clusters(), truth);
    return new Table(
        here,
        best,
        grouped,
        bestGrouped,
        clusters.exact(result.threshold()),
        clusters.bCubed(result.threshold()),
        reliability());
  }

  private List<Bin> reliability() {
    long[] pairs = new long[BINS.length - 1];
    double[] stated = new double[pairs.length];
    double[] right = new double[pairs.length];
    result
        .outcome()
        .eachStated(
            (i, j, p) -> {
              int at = Arrays.binarySearch(BINS, p);
              int bin = Math.min(pairs.length - 1, at >= 0 ? at : -at - 2);
              if (bin >= 0) {
                pairs[bin]++;
                stated[bin] += p;
                right[bin] += truth[i] == truth[j] ? 1 : 0;
              }
            });
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < pairs.length; b++) {
      if (pairs[b] > 0) {
        bins.add(
            new Bin(BINS[b], BINS[b + 1], pairs[b], stated[b] / pairs[b], right[b] / pairs[b]));
      }
    }
    return bins;
  }

  private static Quality better(Quality a, Quality b) {
    return b.f1() > a.f1() ? b : a;
  }

  private boolean right(Match match) {
    return truth[match.left()] == truth[match.right()];
  }

  private Quality of(List<Match> matches, double threshold) {
    return quality(
        threshold, matches.size(), (double) matches.stream().filter(this::right).count());
  }

  private Quality grouped(int[] groups, double threshold) {
    return quality(threshold, pairs(groups, new int[groups.length]), pairs(groups, truth));
  }

  private Quality quality(double threshold, double found, double right) {
    double precision = found == 0 ? 1 : right / found;
    double recall = right / pairsInTruth;
    double f1 = 2 * right / (found + pairsInTruth);
    return new Quality(threshold, precision, recall, f1);
  }

  /** Pairs that agree in both, counted only across lists where there are two. */
  private double pairs(int[] one, int[] other) {
    Map<Long, long[]> counts = new HashMap<>();
    int left = result.left().size();
    for (int i = 0; i < one.length; i++) {
      long key = ((long) one[i] << 32) | other[i];
      counts.computeIfAbsent(key, k -> new long[2])[i < left ? 0 : 1]++;
    }
    boolean two = result.right().isPresent();
    return counts.values().stream()
        .mapToDouble(c -> two ? (double) c[0] * c[1] : c[0] * (c[0] - 1.0) / 2)
        .sum();
  }
}
