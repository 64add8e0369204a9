package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Relative size of the largest component when the actors highest by a measure are removed, one or
 * several at a time, recomputing the measure each time (Cavallaro and others 2020).
 *
 * @param steps the first is the whole graph
 */
public record RemovalCurve(List<Step> steps) {
  /**
   * One point of the curve.
   *
   * @param removed actors removed in this step
   * @param share size of the largest component relative to its initial size
   */
  public record Step(List<String> removed, double share) {}

  /** Which of equal actors is removed first. */
  public enum Among {
    EARLIEST,
    /** Like the programs of Cavallaro and others. */
    LATEST
  }

  private static final double EQUAL = 1e12;

  /**
   * Removes actors until the number of steps is reached or nobody is left.
   *
   * @param measure computes the measure of each vertex of a graph
   * @param block number removed at a time
   */
  public static RemovalCurve of(
      Graph graph,
      Function<Graph, double[]> measure,
      int block,
      int steps,
      Among equals,
      Progress progress) {
    if (block < 1) {
      throw new BadNetwork(
          "%d actors are to be removed at a time. Maybe use 1 or 5.".formatted(block));
    }
    double whole = Components.of(graph).largest();
    List<Step> curve = new ArrayList<>();
    curve.add(new Step(List.of(), whole == 0 ? 0 : 1));
    Graph left = graph;
    for (int step = 0; step < steps && left.size() > 0; step++) {
      progress.on("removal", step, steps);
      int[] going = highest(measure.apply(left), block, equals);
      boolean[] removed = new boolean[left.size()];
      List<String> names = new ArrayList<>();
      for (int v : going) {
        removed[v] = true;
        names.add(left.id(v));
      }
      left = left.without(removed);
      curve.add(new Step(List.copyOf(names), Components.of(left).largest() / whole));
    }
    return new RemovalCurve(List.copyOf(curve));
  }

  /** The highest; values that differ by rounding only are equal. */
  private static int[] highest(double[] values, int count, Among equals) {
    int sign = equals == Among.LATEST ? -1 : 1;
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(v -> -Math.rint(values[v] * EQUAL))
                .thenComparing(v -> sign * v))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
