package org.passerelle.estimation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The joint posterior of decomposable graph and number unseen under a hyper-Dirichlet prior and
 * p(N) ∝ 1/N (Madigan and York 1997).
 *
 * <p>For each subset of lists the logarithm of its marginal likelihood is one vector over the grid;
 * a graph is a sum of at most twice as many as there are lists. A graph is computed in full only on
 * those intervals of the grid where a coarse evaluation gives it more than {@code e^-50} of the
 * largest weight.
 */
public final class GraphPosterior {
  private static final double NEGLIGIBLE = 50;

  // hundreds of thousands of graphs are evaluated more coarsely: those left out weigh less than a
  // millionth in total
  private static final int MANY = 100_000;
  private static final double NEGLIGIBLE_OF_MANY = 30;
  private static final double STEP = 1.02;
  private static final double STEP_OF_MANY = 1.15;
  private final double observed;
  private final long[] grid;
  private final List<Graphs.Graph> graphs;
  private final double[][] margins;
  private final double[] shared;
  private final double[] mass;

  /** How many numbers each point of the grid stands for; 1 where every integer is a point. */
  private final double[] width;

  private final double[] graphMass;
  private double top;

  private GraphPosterior(double observed, long[] grid, List<Graphs.Graph> graphs, int lists) {
    this.observed = observed;
    this.grid = grid;
    this.graphs = graphs;
    margins = new double[1 << lists][];
    shared = new double[grid.length];
    mass = new double[grid.length];
    width = new double[grid.length];
    for (int g = 0; g < width.length; g++) {
      width[g] = end(g) - end(g - 1);
    }
    graphMass = new double[graphs.size()];
  }

  /** The largest number that a point of the grid stands for: half-way to the next point. */
  private double end(int g) {
    if (g < 0) {
      return grid[0] - 1.0;
    }
    return g == grid.length - 1 ? grid[g] : Math.floor((grid[g] + grid[g + 1]) / 2.0);
  }

  /**
   * Computes the posterior.
   *
   * @param counts people by history
   * @param delta the Dirichlet parameter of each cell of the whole table
   * @param grid candidates for the number unseen, strictly ascending, from 1; each also stands for
   *     its neighbours that are left out
   */
  public static GraphPosterior of(
      double[] counts,
      int lists,
      double delta,
      long[] grid,
      List<Graphs.Graph> graphs,
      int threads) {
    double n = Arrays.stream(counts).sum();
    GraphPosterior posterior = new GraphPosterior(n, grid, graphs, lists);
    Replicates.run(
        1 << lists,
        threads,
        () ->
            subset -> {
              if (subset > 0) {
                posterior.margins[subset] = posterior.margin(counts, lists, delta, subset);
              } else {
                posterior.fillShared(counts);
              }
            });
    posterior.sum(threads);
    return posterior;
  }

  private double[] margin(double[] counts, int lists, double delta, int subset) {
    int width = Integer.bitCount(subset);
    double own = delta * (1 << (lists - width));
    double whole = delta * (1 << lists);
    double[] table = new double[1 << lists];
    for (int cell = 1; cell < counts.length; cell++) {
      table[cell & subset] += counts[cell];
    }
    double constant =
        SpecialFunctions.logGamma(whole) - (1 << width) * SpecialFunctions.logGamma(own);
    for (int part = subset; part > 0; part = (part - 1) & subset) {
      constant += SpecialFunctions.logGamma(table[part] + own);
    }
    double[] values = new double[grid.length];
    for (int g = 0; g < values.length; g++) {
      values[g] =
          constant
              + SpecialFunctions.logGamma(grid[g] + table[0] + own)
              - SpecialFunctions.logGamma(observed + grid[g] + whole);
    }
    return values;
  }

  private void fillShared(double[] counts) {
    double constant = 0;
    for (double count : counts) {
      constant -= SpecialFunctions.logGamma(count + 1);
    }
    for (int g = 0; g < shared.length; g++) {
      double all = observed + grid[g];
      shared[g] =
          constant
              + SpecialFunctions.logGamma(all + 1)
              - SpecialFunctions.logGamma(grid[g] + 1.0)
              - Math.log(all);
    }
  }

  /** Indices of the grid at which every graph is evaluated first; dense at the beginning. */
  private int[] posts() {
    int[] posts = new int[grid.length];
    int k = 0;
    double at = 0;
    int last = -1;
    while (at < grid.length - 1) {
      if ((int) at != last) {
        last = (int) at;
        posts[k++] = last;
      }
      at = Math.max(at + 1, at * (graphs.size() > MANY ? STEP_OF_MANY : STEP));
    }
    posts[k++] = grid.length - 1;
    return Arrays.copyOf(posts, k);
  }

  private void sum(int threads) {
    int[] posts = posts();
    int chunk = 32;
    int chunks = (graphs.size() + chunk - 1) / chunk;
    double[] tops = new double[chunks];
    Replicates.run(
        chunks,
        threads,
        () ->
            piece -> {
              double highest = Double.NEGATIVE_INFINITY;
              for (int i = piece * chunk; i < Math.min(graphs.size(), (piece + 1) * chunk); i++) {
                for (int post : posts) {
                  highest = Math.max(highest, weight(graphs.get(i), post));
                }
              }
              tops[piece] = highest;
            });
    top = Arrays.stream(tops).max().orElse(0);
    // a fixed order of summation whatever the number of threads: pieces are summed in turn
    int pieces = Math.min(chunks, 16);
    double[][] parts = new double[pieces][];
    ReentrantLock lock = new ReentrantLock();
    Replicates.run(
        pieces,
        threads,
        () -> {
          double[] look = new double[posts.length];
          double[] stretch = new double[grid.length];
          return piece -> {
            double[] part = new double[grid.length];
            int from = (int) ((long) graphs.size() * piece / pieces);
            int to = (int) ((long) graphs.size() * (piece + 1) / pieces);
            for (int i = from; i < to; i++) {
              graphMass[i] = add(graphs.get(i), posts, look, stretch, part);
            }
            lock.lock();
            try {
              parts[piece] = part;
            } finally {
              lock.unlock();
            }
          };
        });
    for (double[] part : parts) {
      for (int g = 0; g < mass.length; g++) {
        mass[g] += part[g];
      }
    }
    double total = Arrays.stream(mass).sum();
    for (int g = 0; g < mass.length; g++) {
      mass[g] /= total;
    }
    for (int i = 0; i < graphMass.length; i++) {
      graphMass[i] /= total;
    }
  }

  private double weight(Graphs.Graph graph, int g) {
    double sum = shared[g];
    for (int clique : graph.cliques()) {
      sum += margins[clique][g];
    }
    for (int separator : graph.separators()) {
      sum -= margins[separator][g];
    }
    return sum;
  }

  /** Adds a graph's weights, and returns their sum. */
  private double add(
      Graphs.Graph graph, int[] posts, double[] look, double[] stretch, double[] into) {
    for (int k = 0; k < posts.length; k++) {
      look[k] = weight(graph, posts[k]);
    }
    double total = 0;
    double negligible = top - (graphs.size() > MANY ? NEGLIGIBLE_OF_MANY : NEGLIGIBLE);
    for (int k = 0; k < posts.length; k++) {
      int from = posts[k];
      int to = k + 1 < posts.length ? posts[k + 1] : from + 1;
      double next = k + 1 < posts.length ? look[k + 1] : look[k];
      double highest = Math.max(look[k], next) + Math.abs(look[k] - next);
      if (highest < negligible) {
        continue;
      }
      System.arraycopy(shared, from, stretch, from, to - from);
      for (int clique : graph.cliques()) {
        double[] margin = margins[clique];
        for (int g = from; g < to; g++) {
          stretch[g] += margin[g];
        }
      }
      for (int separator : graph.separators()) {
        double[] margin = margins[separator];
        for (int g = from; g < to; g++) {
          stretch[g] -= margin[g];
        }
      }
      for (int g = from; g < to; g++) {
        double w = width[g] * Math.exp(stretch[g] - top);
        into[g] += w;
        total += w;
      }
    }
    return total;
  }

  /**
   * The smallest N at which the cumulative probability reaches the level; what a point of the grid
   * stands for is equally probable.
   */
  public double quantile(double level) {
    double sum = 0;
    for (int g = 0; g < mass.length; g++) {
      if (sum + mass[g] >= level && mass[g] > 0) {
        double within = Math.ceil((level - sum) / mass[g] * width[g]);
        return observed + end(g - 1) + Math.max(1, Math.min(width[g], within));
      }
      sum += mass[g];
    }
    return observed + grid[grid.length - 1];
  }

  public double mean() {
    double sum = 0;
    for (int g = 0; g < mass.length; g++) {
      sum += mass[g] * grid[g];
    }
    return observed + sum;
  }

  /** The most probable N. */
  public double mode() {
    int best = 0;
    for (int g = 1; g < mass.length; g++) {
      best = mass[g] / width[g] > mass[best] / width[best] ? g : best;
    }
    return observed + grid[best];
  }

  /** The probability of the last hundredth of the grid. */
  public double massAtTheEnd() {
    double sum = 0;
    for (int g = (int) Math.floor(grid.length * 0.99); g < mass.length; g++) {
      sum += mass[g];
    }
    return sum;
  }

  /** The probability of each graph, in the order of the graphs. */
  public double[] graphProbabilities() {
    return graphMass.clone();
  }
}
