package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;

/**
 * Stability of a ranking if part of the network had not been observed (after Ficara and others
 * 2021, who found that a tenth of the ties may be missing, but not two percent of the actors).
 *
 * @param topOverlap mean share of the top actors that remain in the top
 * @param correlation mean Spearman correlation of the remaining values; NaN if all are equal
 * @param firstStays how often the first remains the first
 * @param repeats number of repetitions
 */
public record RankStability(double topOverlap, double correlation, double firstStays, int repeats) {
  /** The share of ties left out. */
  public static final double MISSING_TIES = 0.10;

  /** The share of actors left out. */
  public static final double MISSING_ACTORS = 0.02;

  private static final int TOP = 10;
  private static final double EQUAL = 1e12;

  /** With a tenth of the ties missing. */
  public static RankStability missingTies(
      Graph graph, Function<Graph, double[]> measure, int repeats, long seed, Progress progress) {
    return of(graph, measure, repeats, seed, progress, RankStability::fewerTies);
  }

  /** With two percent of the actors missing, at least one. */
  public static RankStability missingActors(
      Graph graph, Function<Graph, double[]> measure, int repeats, long seed, Progress progress) {
    return of(graph, measure, repeats, seed, progress, RankStability::fewerActors);
  }

  private record Thinned(Graph graph, int[] kept) {}

  private interface Thinning {
    Thinned of(Graph graph, SplittableRandom random);
  }

  private static RankStability of(
      Graph graph,
      Function<Graph, double[]> measure,
      int repeats,
      long seed,
      Progress progress,
      Thinning thinning) {
    double[] whole = measure.apply(graph);
    SplittableRandom random = new SplittableRandom(seed);
    double overlap = 0;
    double correlation = 0;
    int first = 0;
    for (int r = 0; r < repeats; r++) {
      progress.on("stability", r, repeats);
      Thinned thin = thinning.of(graph, random);
      double[] then = measure.apply(thin.graph());
      double[] before = Arrays.stream(thin.kept()).mapToDouble(v -> whole[v]).toArray();
      int[] now = top(then, thin.kept());
      int[] was = top(whole, IntStream.range(0, whole.length).toArray());
      overlap += shared(was, now);
      first += was.length > 0 && now.length > 0 && was[0] == now[0] ? 1 : 0;
      correlation += spearman(before, then);
    }
    return new RankStability(
        overlap / repeats, correlation / repeats, (double) first / repeats, repeats);
  }

  private static Thinned fewerTies(Graph graph, SplittableRandom random) {
    int n = graph.size();
    int missing = (int) Math.round(graph.ties() * MISSING_TIES);
    boolean[] gone = new boolean[graph.ties()];
    int[] order = Sample.shuffled(graph.ties(), random);
    for (int i = 0; i < missing; i++) {
      gone[order[i]] = true;
    }
    GraphBuilder builder = new GraphBuilder(graph.ids(), graph.ties());
    int tie = 0;
    for (int v = 0; v < n; v++) {
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        if ((graph.directed() || v < graph.neighbour(at)) && !gone[tie++]) {
          builder.add(v, graph.neighbour(at), graph.weight(at));
        }
      }
    }
    return new Thinned(
        builder.build(graph.directed(), GraphBuilder.Parallel.SUM),
        IntStream.range(0, n).toArray());
  }

  private static Thinned fewerActors(Graph graph, SplittableRandom random) {
    int n = graph.size();
    int missing = Math.max(1, (int) Math.round(n * MISSING_ACTORS));
    boolean[] gone = new boolean[n];
    int[] order = Sample.shuffled(n, random);
    for (int i = 0; i < Math.min(missing, n); i++) {
      gone[order[i]] = true;
    }
    return new Thinned(graph.without(gone), IntStream.range(0, n).filter(v -> !gone[v]).toArray());
  }

  /** The top actors by value, as vertices of the whole graph. */
  private static int[] top(double[] values, int[] number) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(v -> -Math.rint(values[v] * EQUAL))
                .thenComparing(v -> v))
        .limit(TOP)
        .mapToInt(v -> number[v])
        .toArray();
  }

  private static double shared(int[] a, int[] b) {
    Set<Integer> both = new HashSet<>();
    Arrays.stream(a).forEach(both::add);
    long common = Arrays.stream(b).filter(both::contains).count();
    return a.length == 0 ? 1 : (double) common / a.length;
  }

  /** Rank correlation, equal values sharing their mean rank. */
  static double spearman(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double mean = (a.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(v -> Math.rint(values[v] * EQUAL)));
    double[] ranks = new double[values.length];
    int begin = 0;
    while (begin < order.length) {
      int end = begin;
      while (end < order.length
          && Math.rint(values[order[end]] * EQUAL) == Math.rint(values[order[begin]] * EQUAL)) {
        end++;
      }
      for (int i = begin; i < end; i++) {
        ranks[order[i]] = (begin + end - 1) / 2.0;
      }
      begin = end;
    }
    return ranks;
  }
}
