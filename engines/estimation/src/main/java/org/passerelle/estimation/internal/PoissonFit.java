package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * The extended maximum likelihood fit of a Poisson log-linear model: parameters with a zero margin
 * are −∞ and remove their cells; the others are found by Newton's method. The information matrix
 * has the entries {@code μ*(θ ∪ φ)}, superset sums of the fitted means, so that one transform
 * replaces the matrix product.
 *
 * <p>A workspace: not thread-safe, {@link #fit} allocates nothing. Results are valid until the next
 * fit.
 */
public final class PoissonFit {
  private static final int ROUNDS = 200;
  private final int lists;
  private final int size;
  private final double[] eta;
  private final double[] mu;
  private final double[] margins;
  private final boolean[] removed;
  private final int[] live;
  private final int[] liveTerms;
  private final double[] beta;
  private final double[] trial;
  private final double[] score;
  private final Information information;
  private int parameters;
  private int liveCount;
  private double objective;
  private boolean converged;
  private double abandonAbove = Double.POSITIVE_INFINITY;
  private boolean abandoned;

  /** For models of at most {@code most} terms on tables of {@code lists} lists. */
  public PoissonFit(int lists, int most) {
    this.lists = lists;
    size = 1 << lists;
    eta = new double[size];
    mu = new double[size];
    margins = new double[size];
    removed = new boolean[size];
    live = new int[most];
    liveTerms = new int[most];
    beta = new double[most];
    trial = new double[most];
    score = new double[most];
    information = new Information(most);
  }

  /**
   * Fits a model.
   *
   * @param counts people by history, {@code counts[0]} is ignored
   * @param sums superset sums of the counts
   * @param terms the model, the empty set first
   * @param p number of terms used
   * @param start starting parameters, by term; by default derived from the counts
   * @param tolerance the squared Newton decrement below which the last step is taken
   * @return whether it converged
   */
  public boolean fit(
      double[] counts,
      double[] sums,
      int[] terms,
      int p,
      double @org.jspecify.annotations.Nullable [] start,
      double tolerance) {
    findLive(sums, terms, p);
    abandoned = false;
    if (start == null) {
      startFromCounts(counts);
      if (!information.decompose(margins, liveTerms, liveCount)) {
        converged = false;
        return false;
      }
      information.solve(score, trial);
      System.arraycopy(trial, 0, beta, 0, liveCount);
    } else {
      for (int i = 0; i < liveCount; i++) {
        beta[i] = start[live[i]];
      }
    }
    objective = means(beta, sums);
    converged = iterate(sums, tolerance);
    return converged;
  }

  /** Abandons a fit as soon as its {@link #objective} is certain to end above this value. */
  public void abandonAbove(double value) {
    abandonAbove = value;
  }

  /** Whether the last fit was abandoned because it could not end below the limit. */
  public boolean abandoned() {
    return abandoned;
  }

  private void findLive(double[] sums, int[] terms, int p) {
    parameters = p;
    liveCount = 0;
    boolean anyDead = false;
    for (int i = 0; i < p; i++) {
      if (sums[terms[i]] > 0) {
        live[liveCount] = i;
        liveTerms[liveCount++] = terms[i];
      } else {
        anyDead = true;
      }
    }
    Arrays.fill(removed, false);
    removed[0] = true;
    if (anyDead) {
      for (int i = 0; i < p; i++) {
        int dead = terms[i];
        if (sums[dead] <= 0) {
          for (int cell = dead; cell < size; cell = (cell + 1) | dead) {
            removed[cell] = true;
          }
        }
      }
    }
  }

  /** The first weighted least-squares problem of the usual start μ = N + 0.1. */
  private void startFromCounts(double[] counts) {
    for (int cell = 0; cell < size; cell++) {
      double m = removed[cell] ? 0 : counts[cell] + 0.1;
      margins[cell] = m;
      eta[cell] = removed[cell] ? 0 : m * Math.log(m) - 0.1;
    }
    Lattice.supersetSums(margins, lists);
    Lattice.supersetSums(eta, lists);
    for (int i = 0; i < liveCount; i++) {
      score[i] = eta[liveTerms[i]];
    }
  }

  /** Computes the means for these parameters; returns Σμ − ΣNη, which the fit minimises. */
  private double means(double[] parameters, double[] sums) {
    Arrays.fill(eta, 0);
    double inner = 0;
    for (int i = 0; i < liveCount; i++) {
      eta[liveTerms[i]] = parameters[i];
      inner += parameters[i] * sums[liveTerms[i]];
    }
    Lattice.subsetSums(eta, lists);
    double total = 0;
    for (int cell = 0; cell < size; cell++) {
      double m = removed[cell] ? 0 : Math.exp(eta[cell]);
      mu[cell] = m;
      total += m;
    }
    return total - inner;
  }

  private boolean iterate(double[] sums, double tolerance) {
    for (int round = 0; round < ROUNDS; round++) {
      if (!(objective < Double.POSITIVE_INFINITY)) {
        return false;
      }
      System.arraycopy(mu, 0, margins, 0, size);
      Lattice.supersetSums(margins, lists);
      for (int i = 0; i < liveCount; i++) {
        score[i] = sums[liveTerms[i]] - margins[liveTerms[i]];
      }
      if (!information.decompose(margins, liveTerms, liveCount)) {
        return false;
      }
      information.solve(score, trial);
      double decrement = 0;
      for (int i = 0; i < liveCount; i++) {
        decrement += score[i] * trial[i];
      }
      if (decrement < 0.25 && objective - 2 * decrement - 0.25 > abandonAbove) {
        abandoned = true;
        return false;
      }
      step(sums);
      if (decrement < tolerance) {
        System.arraycopy(mu, 0, margins, 0, size);
        Lattice.supersetSums(margins, lists);
        return true;
      }
    }
    return false;
  }

  /** A Newton step, halved while the objective increases. */
  private void step(double[] sums) {
    double factor = 1;
    double before = objective;
    double slack = 1e-13 * (1 + Math.abs(before));
    for (int halving = 0; halving < 40; halving++) {
      for (int i = 0; i < liveCount; i++) {
        beta[i] += factor * trial[i];
      }
      objective = means(beta, sums);
      if (objective <= before + slack) {
        return;
      }
      for (int i = 0; i < liveCount; i++) {
        beta[i] -= factor * trial[i];
      }
      factor /= 2;
    }
    objective = means(beta, sums);
  }

  public boolean converged() {
    return converged;
  }

  /** Σμ − ΣNη at the fit: half the deviance, up to a constant of the table. */
  public double objective() {
    return objective;
  }

  /** The expected number of people on no list. */
  public double unseen() {
    return Math.exp(beta[0]);
  }

  /** Fitted people on all lists of the subset, and possibly others. */
  public double fittedMargin(int subset) {
    return margins[subset];
  }

  /** Fitted mean of a history. */
  public double mean(int cell) {
    return mu[cell];
  }

  /** Writes the parameters by term; −∞ for dead ones. */
  public void parameters(double[] into) {
    write(into, Double.NEGATIVE_INFINITY);
  }

  /** Like {@link #parameters}, with 0 for dead ones: starting values for another table. */
  public void startValues(double[] into) {
    write(into, 0);
  }

  private void write(double[] into, double dead) {
    Arrays.fill(into, 0, parameters, dead);
    for (int i = 0; i < liveCount; i++) {
      into[live[i]] = beta[i];
    }
  }

  /** Number of finite parameters. */
  public int liveParameters() {
    return liveCount;
  }

  /** Number of histories with a positive fitted mean. */
  public int cells() {
    int cells = 0;
    for (boolean gone : removed) {
      cells += gone ? 0 : 1;
    }
    return cells;
  }

  /** Residuals of the fit for a table. */
  public Residuals residuals(double[] counts) {
    return new Residuals(counts, mu, removed);
  }

  /** The variance of the intercept, from the information matrix at the fit. */
  public double interceptVariance() {
    if (!information.decompose(margins, liveTerms, liveCount)) {
      return Double.NaN;
    }
    Arrays.fill(score, 0, liveCount, 0);
    score[0] = 1;
    information.solve(score, trial);
    return trial[0];
  }
}
