package org.passerelle.cli;

import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.estimation.Priors;
import picocli.CommandLine.Option;

/** Options on the priors of the Bayesian methods. */
final class PriorOptions {
  @Option(
      names = "--delta",
      paramLabel = "D",
      description =
          "Prior parameter of dga, for each cell of the table; default 2 to the power of minus the"
              + " number of lists.")
  @Nullable Double delta;

  @Option(
      names = "--classes",
      paramLabel = "K",
      defaultValue = "10",
      description = "Maximum number of latent classes of lcmcr; default 10.")
  int classes = 10;

  @Option(
      names = "--prior",
      paramLabel = "SHAPE,RATE",
      defaultValue = "0.25,0.25",
      description = "Gamma prior of the concentration of lcmcr's classes; default 0.25,0.25.")
  String prior = "0.25,0.25";

  /**
   * What was told.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  Priors told() {
    if (delta != null && delta == 0) {
      throw new BadInput(
          "The prior parameter delta is 0. Maybe it should be above 0, such as 0.125.");
    }
    String[] numbers = prior.split(",", -1);
    if (numbers.length != 2) {
      throw refused();
    }
    try {
      return new Priors(
          delta == null ? 0 : delta,
          classes,
          Double.parseDouble(numbers[0]),
          Double.parseDouble(numbers[1]));
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private BadInput refused() {
    return new BadInput(
        "The prior is %s. Maybe two numbers are expected, such as 0.25,0.25.".formatted(prior));
  }
}
