package org.passerelle.network.layout;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Components;

/**
 * Force-directed layout: all vertices repel each other, ties attract, and weak gravity pulls
 * towards the middle (after Jacomy and others 2014, ForceAtlas2), with the Barnes–Hut
 * approximation. Components are laid out separately and placed side by side. Deterministic for a
 * seed. {@code O(rounds · n log n)}.
 */
public final class ForceLayout {
  private static final double GRAVITY = 0.5;
  private static final double SPREAD = 10;
  private static final double BETWEEN_PARTS = 12;
  private final Graph graph;
  private final double[] x;
  private final double[] y;
  private final double[] weight;

  private ForceLayout(Graph graph, SplittableRandom random) {
    this.graph = graph;
    int n = graph.size();
    x = new double[n];
    y = new double[n];
    weight = new double[n];
    double spread = Math.sqrt(n) * 10 + 1;
    for (int v = 0; v < n; v++) {
      x[v] = random.nextDouble() * spread;
      y[v] = random.nextDouble() * spread;
      weight[v] = graph.outDegree(v) + 1.0;
    }
  }

  /** Default number of iterations for the size of a graph. */
  public static int usualRounds(Graph graph) {
    return graph.size() < 2_000 ? 600 : graph.size() < 20_000 ? 200 : 60;
  }

  /** Computes the layout. */
  public static Layout of(Graph graph, int rounds, long seed, Progress progress) {
    Graph both = graph.undirected();
    Components parts = Components.of(both);
    int[] member = membersByPart(parts);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[both.size()];
    double[] y = new double[both.size()];
    double[] width = new double[parts.count()];
    double[] height = new double[parts.count()];
    int[] number = new int[both.size()];
    int begin = 0;
    for (int part = 0; part < parts.count(); part++) {
      int end = begin + parts.sizes()[part];
      if (end > begin + 1) {
        ForceLayout layout =
            new ForceLayout(part(both, member, begin, end, number), random.split());
        layout.settle(rounds, progress);
        for (int i = begin; i < end; i++) {
          x[member[i]] = layout.x[i - begin];
          y[member[i]] = layout.y[i - begin];
        }
        width[part] = Arrays.stream(layout.x).max().orElse(0);
        height[part] = Arrays.stream(layout.y).max().orElse(0);
      }
      begin = end;
    }
    return beside(parts, x, y, width, height);
  }

  private static int[] membersByPart(Components parts) {
    int[] next = new int[parts.count() + 1];
    for (int part = 0; part < parts.count(); part++) {
      next[part + 1] = next[part] + parts.sizes()[part];
    }
    int[] member = new int[parts.of().length];
    for (int v = 0; v < member.length; v++) {
      member[next[parts.of()[v]]++] = v;
    }
    return member;
  }

  private static Graph part(Graph graph, int[] member, int begin, int end, int[] number) {
    for (int i = begin; i < end; i++) {
      number[member[i]] = i - begin;
    }
    GraphBuilder builder = new GraphBuilder(end - begin, end - begin);
    for (int i = begin; i < end; i++) {
      int v = member[i];
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        if (v < graph.neighbour(at)) {
          builder.add(number[v], number[graph.neighbour(at)], 1);
        }
      }
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  private void settle(int rounds, Progress progress) {
    for (int round = 0; round < rounds; round++) {
      if (x.length > 50) {
        progress.on("layout", round, rounds);
      }
      round(1 - (double) round / rounds);
    }
    double left = Arrays.stream(x).min().orElse(0);
    double top = Arrays.stream(y).min().orElse(0);
    for (int v = 0; v < x.length; v++) {
      x[v] -= left;
      y[v] -= top;
    }
  }

  private void round(double heat) {
    Quadrants quadrants = new Quadrants();
    quadrants.build(x, y, weight);
    double[] forceX = new double[x.length];
    double[] forceY = new double[x.length];
    double[] force = new double[2];
    double middleX = Arrays.stream(x).average().orElse(0);
    double middleY = Arrays.stream(y).average().orElse(0);
    for (int v = 0; v < x.length; v++) {
      force[0] = 0;
      force[1] = 0;
      quadrants.push(v, x[v], y[v], force);
      double far = Math.hypot(x[v] - middleX, y[v] - middleY);
      double inward = far == 0 ? 0 : GRAVITY / far;
      forceX[v] = weight[v] * (SPREAD * force[0] - (x[v] - middleX) * inward);
      forceY[v] = weight[v] * (SPREAD * force[1] - (y[v] - middleY) * inward);
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        forceX[v] += x[w] - x[v];
        forceY[v] += y[w] - y[v];
      }
    }
    move(forceX, forceY, heat);
  }

  /** Limits movement by the temperature; vertices with many ties move less. */
  private void move(double[] forceX, double[] forceY, double heat) {
    double farthest = (Math.sqrt(x.length) * 2 + 1) * heat * heat + 0.05;
    for (int v = 0; v < x.length; v++) {
      double dx = forceX[v] / weight[v];
      double dy = forceY[v] / weight[v];
      double length = Math.hypot(dx, dy);
      double by = length == 0 ? 0 : Math.min(0.5 * length, farthest) / length;
      x[v] += dx * by;
      y[v] += dy * by;
    }
  }

  private static Layout beside(
      Components parts, double[] x, double[] y, double[] width, double[] height) {
    double[][] corner =
        ShelfPacking.corners(
            Arrays.stream(width).map(w -> w + BETWEEN_PARTS).toArray(),
            Arrays.stream(height).map(h -> h + BETWEEN_PARTS).toArray());
    double right = 1e-9;
    for (int v = 0; v < x.length; v++) {
      x[v] += corner[0][parts.of()[v]];
      y[v] += corner[1][parts.of()[v]];
      right = Math.max(right, Math.max(x[v], y[v]));
    }
    for (int v = 0; v < x.length; v++) {
      x[v] /= right;
      y[v] /= right;
    }
    return new Layout(x, y);
  }
}
