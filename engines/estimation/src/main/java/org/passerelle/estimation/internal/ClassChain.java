package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * A Gibbs chain of the non-parametric latent class model for capture–recapture (Manrique-Vallier
 * 2016): truncated stick-breaking over {@code K} classes within which the lists are independent.
 *
 * <p>A sweep allocates no memory. Not thread-safe.
 */
public final class ClassChain {
  private static final int TRUNCATION = 20;
  private static final int WARM_UP = 500;
  private static final double SMALLEST = 1e-300;

  private final int lists;
  private final int classes;
  private final double shape;
  private final double rate;
  private final int[] cells;
  private final double[] counts;
  private final double observed;
  private final Randoms randoms;
  private final double[] nu;
  private final double[] lambda;
  private final double[] other;
  private final double[] on;
  private final double[] size;
  private final double[] unseenIn;
  private final double[] weight;
  private final double[] missed;
  private final double[] products;
  private double alpha;
  private double unseen;
  private double logLastNu;
  private long draws;
  private long redraws;

  /**
   * A chain at its start.
   *
   * @param shape of the gamma prior of the concentration
   * @param rate of the same
   */
  public ClassChain(
      double[] table, int lists, int classes, double shape, double rate, long seed, long stream) {
    this.lists = lists;
    this.classes = classes;
    this.shape = shape;
    this.rate = rate;
    randoms = new Randoms(seed, stream);
    int[] found = new int[table.length];
    int k = 0;
    for (int cell = 1; cell < table.length; cell++) {
      if (table[cell] > 0) {
        found[k++] = cell;
      }
    }
    cells = Arrays.copyOf(found, k);
    counts = new double[k];
    for (int i = 0; i < k; i++) {
      counts[i] = table[cells[i]];
    }
    observed = Arrays.stream(counts).sum();
    nu = new double[classes];
    lambda = new double[classes * lists];
    other = new double[classes * lists];
    on = new double[classes * lists];
    size = new double[classes];
    unseenIn = new double[classes];
    weight = new double[classes];
    missed = new double[classes];
    // the products of all histories together cost less than those of the observed ones individually
    products = new double[cells.length * lists > 2 << lists ? classes << lists : 0];
    start();
  }

  private void start() {
    for (int j = 0; j < lists; j++) {
      double share = 0;
      for (int i = 0; i < cells.length; i++) {
        share += (cells[i] >> j & 1) * counts[i] / observed;
      }
      share = Math.min(1 - 1e-9, Math.max(1e-9, share));
      for (int k = 0; k < classes; k++) {
        lambda[k * lists + j] = share;
        other[k * lists + j] = 1 - share;
      }
    }
    alpha = 0.3 / classes;
    double rest = 1;
    for (int k = 0; k < classes; k++) {
      double stick = k == classes - 1 ? 1 : randoms.uniform();
      nu[k] = stick * rest;
      rest *= 1 - stick;
    }
    for (int i = 0; i < WARM_UP; i++) {
      sweep(false);
    }
    relabel();
  }

  /** Classes by descending share. */
  private void relabel() {
    Integer[] order = new Integer[classes];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(nu[b], nu[a]));
    double[] oldNu = nu.clone();
    double[] oldLambda = lambda.clone();
    double[] oldOther = other.clone();
    double[] oldUnseen = unseenIn.clone();
    for (int k = 0; k < classes; k++) {
      nu[k] = oldNu[order[k]];
      unseenIn[k] = oldUnseen[order[k]];
      System.arraycopy(oldLambda, order[k] * lists, lambda, k * lists, lists);
      System.arraycopy(oldOther, order[k] * lists, other, k * lists, lists);
    }
  }

  /** One sweep of all steps. */
  public void sweep() {
    sweep(true);
  }

  private void sweep(boolean drawAlpha) {
    splitObserved();
    drawLambda();
    drawNu();
    drawUnseen();
    if (drawAlpha) {
      alpha = randoms.gamma(shape + classes - 1) / (rate - logLastNu);
    }
  }

  private void splitObserved() {
    Arrays.fill(on, 0);
    System.arraycopy(unseenIn, 0, size, 0, classes);
    if (products.length > 0) {
      multiply();
    }
    for (int i = 0; i < cells.length; i++) {
      int cell = cells[i];
      double total = products.length > 0 ? looked(cell) : multiplied(cell);
      if (!(total > SMALLEST)) {
        total = weightsByLogarithm(cell);
      }
      split(cell, counts[i], total);
    }
  }

  /** The weights of a history, and their sum. */
  private double multiplied(int cell) {
    double total = 0;
    for (int k = 0; k < classes; k++) {
      double w = nu[k];
      int at = k * lists;
      for (int j = 0; j < lists; j++) {
        w *= (cell >> j & 1) != 0 ? lambda[at + j] : other[at + j];
      }
      weight[k] = w;
      total += w;
    }
    return total;
  }

  private double looked(int cell) {
    double total = 0;
    for (int k = 0; k < classes; k++) {
      weight[k] = products[cell * classes + k];
      total += weight[k];
    }
    return total;
  }

  /** The products of all histories by doubling: O(classes · 2^lists), a factor of lists faster. */
  private void multiply() {
    System.arraycopy(nu, 0, products, 0, classes);
    for (int j = 0; j < lists; j++) {
      int half = classes << j;
      for (int at = 0; at < half; at += classes) {
        for (int k = 0; k < classes; k++) {
          double w = products[at + k];
          products[half + at + k] = w * lambda[k * lists + j];
          products[at + k] = w * other[k * lists + j];
        }
      }
    }
  }

  /** For products that underflow. */
  private double weightsByLogarithm(int cell) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      double w = Math.log(nu[k]);
      for (int j = 0; j < lists; j++) {
        int at = k * lists + j;
        w += Math.log((cell >> j & 1) != 0 ? lambda[at] : other[at]);
      }
      weight[k] = w;
      highest = Math.max(highest, w);
    }
    double total = 0;
    for (int k = 0; k < classes; k++) {
      weight[k] = highest == Double.NEGATIVE_INFINITY ? 1 : Math.exp(weight[k] - highest);
      total += weight[k];
    }
    return total;
  }

  private void split(int cell, double people, double total) {
    double left = people;
    double rest = total;
    for (int k = 0; k < classes && left > 0; k++) {
      double drawn =
          k == classes - 1 || weight[k] >= rest ? left : randoms.binomial(left, weight[k] / rest);
      rest -= weight[k];
      left -= drawn;
      if (drawn > 0) {
        size[k] += drawn;
        for (int bits = cell; bits != 0; bits &= bits - 1) {
          on[k * lists + Integer.numberOfTrailingZeros(bits)] += drawn;
        }
      }
    }
  }

  private void drawLambda() {
    for (int k = 0; k < classes; k++) {
      for (int j = 0; j < lists; j++) {
        int at = k * lists + j;
        double a = randoms.gamma(1 + on[at]);
        double b = randoms.gamma(1 + size[k] - on[at]);
        lambda[at] = a / (a + b);
        other[at] = b / (a + b);
      }
    }
  }

  private void drawNu() {
    double after = observed + unseen;
    double logRest = 0;
    for (int k = 0; k < classes - 1; k++) {
      after -= size[k];
      double b = alpha + Math.max(0, after);
      double logA = randoms.logGamma(1 + size[k]);
      double logB = randoms.logGamma(b);
      double high = Math.max(logA, logB);
      double logSum = high + Math.log(Math.exp(logA - high) + Math.exp(logB - high));
      nu[k] = Math.exp(logRest + logA - logSum);
      logRest += logB - logSum;
    }
    nu[classes - 1] = Math.exp(logRest);
    logLastNu = logRest;
  }

  private void drawUnseen() {
    double none = 0;
    for (int k = 0; k < classes; k++) {
      double w = nu[k];
      for (int j = 0; j < lists; j++) {
        w *= other[k * lists + j];
      }
      missed[k] = w;
      none += w;
    }
    double odds = none / Math.max(1e-15, 1 - none);
    draws++;
    unseen = randoms.poisson(randoms.gamma(observed) * odds);
    for (int again = 0; unseen > TRUNCATION * observed; again++) {
      redraws++;
      unseen =
          again > 10_000 ? TRUNCATION * observed : randoms.poisson(randoms.gamma(observed) * odds);
    }
    double left = unseen;
    double rest = none;
    for (int k = 0; k < classes; k++) {
      double drawn =
          k == classes - 1 || missed[k] >= rest
              ? left
              : left <= 0 ? 0 : randoms.binomial(left, missed[k] / rest);
      unseenIn[k] = drawn;
      left -= drawn;
      rest -= missed[k];
    }
  }

  /** People on no list, in the last sweep. */
  public double unseen() {
    return unseen;
  }

  /** The share of draws of the unseen that were redrawn because they exceeded 20 times n. */
  public double redrawn() {
    return draws == 0 ? 0 : (double) redraws / draws;
  }
}
