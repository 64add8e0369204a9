package org.passerelle.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The seed of an engine's random draws: the same seed gives the same result. */
final class SeedOption {
  static final long USUAL = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all random draws; default 1.")
  @Nullable Long given;

  long value() {
    return given == null ? USUAL : given;
  }
}
