package org.passerelle.network.layout;

import java.util.SplittableRandom;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Places vertices by forces: all push each other, ties pull, and everything is drawn a little to
 * the middle (after Jacomy and others 2014, ForceAtlas2), with the approximation of Barnes and Hut.
 * The same seed gives the same picture. {@code O(rounds · n log n)}.
 */
public final class ForceLayout {
  private static final double GRAVITY = 1;
  private static final double SPREAD = 10;
  private final Graph graph;
  private final double[] x;
  private final double[] y;
  private final double[] weight;

  private ForceLayout(Graph graph, long seed) {
    this.graph = graph;
    int n = graph.size();
    x = new double[n];
    y = new double[n];
    weight = new double[n];
    SplittableRandom random = new SplittableRandom(seed);
    double spread = Math.sqrt(n) * 10 + 1;
    for (int v = 0; v < n; v++) {
      x[v] = random.nextDouble() * spread;
      y[v] = random.nextDouble() * spread;
      weight[v] = graph.outDegree(v) + 1.0;
    }
  }

  /** How many rounds a graph of this size is worth when nobody says. */
  public static int usualRounds(Graph graph) {
    return graph.size() < 2_000 ? 600 : graph.size() < 20_000 ? 200 : 60;
  }

  /** Places the vertices. */
  public static Layout of(Graph graph, int rounds, long seed, Progress progress) {
    ForceLayout layout = new ForceLayout(graph.undirected(), seed);
    for (int round = 0; round < rounds; round++) {
      progress.on("layout", round, rounds);
      layout.round(1 - (double) round / rounds);
    }
    return layout.scaled();
  }

  private void round(double heat) {
    Quadrants quadrants = new Quadrants();
    quadrants.build(x, y, weight);
    double[] forceX = new double[x.length];
    double[] forceY = new double[x.length];
    double[] force = new double[2];
    for (int v = 0; v < x.length; v++) {
      force[0] = 0;
      force[1] = 0;
      quadrants.push(v, x[v], y[v], force);
      double far = Math.hypot(x[v], y[v]);
      double inward = far == 0 ? 0 : GRAVITY / far;
      forceX[v] = weight[v] * (SPREAD * force[0] - x[v] * inward);
      forceY[v] = weight[v] * (SPREAD * force[1] - y[v] * inward);
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        forceX[v] += x[w] - x[v];
        forceY[v] += y[w] - y[v];
      }
    }
    move(forceX, forceY, heat);
  }

  /** Nobody moves farther than the heat allows; vertices with many ties move less. */
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

  private Layout scaled() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < x.length; v++) {
      left = Math.min(left, x[v]);
      right = Math.max(right, x[v]);
      top = Math.min(top, y[v]);
      bottom = Math.max(bottom, y[v]);
    }
    double side = Math.max(Math.max(right - left, bottom - top), 1e-9);
    for (int v = 0; v < x.length; v++) {
      x[v] = (x[v] - left) / side;
      y[v] = (y[v] - top) / side;
    }
    return new Layout(x, y);
  }
}
