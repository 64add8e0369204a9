package org.passerelle.estimation;

/**
 * Prior parameters of the Bayesian methods. Immutable.
 *
 * @param delta of dga, the Dirichlet parameter of each cell of the table; 0 for 2 to the power of
 *     minus the number of lists
 * @param classes of lcmcr, the most latent classes
 * @param shape of lcmcr, of the gamma prior of the concentration of classes
 * @param rate of the same
 */
public record Priors(double delta, int classes, double shape, double rate) {
  /** Of each cell 2 to the power of minus the number of lists, ten classes, 0.25 and 0.25. */
  public static final Priors USUAL = new Priors(0, 10, 0.25, 0.25);

  public Priors {
    if (!(delta >= 0 && Double.isFinite(delta))) {
      throw new IllegalArgumentException(
          "The prior parameter delta is %s. Maybe it should be above 0, such as 0.125."
              .formatted(delta));
    }
    if (classes < 2 || classes > 100) {
      throw new IllegalArgumentException(
          "There are %d classes. Maybe it should be 2 to 100; 10 is usual.".formatted(classes));
    }
    if (!(shape > 0 && rate > 0 && Double.isFinite(shape) && Double.isFinite(rate))) {
      throw new IllegalArgumentException(
          "The prior of the concentration is %s,%s. Maybe both should be above 0, such as 0.25,0.25."
              .formatted(shape, rate));
    }
  }

  /** The Dirichlet parameter for so many lists. */
  double delta(int lists) {
    return delta == 0 ? Math.pow(2, -lists) : delta;
  }

  /** Whether the concentration has another prior than usual, which an answer has to say. */
  boolean isOwnConcentration() {
    return shape != USUAL.shape || rate != USUAL.rate;
  }
}
