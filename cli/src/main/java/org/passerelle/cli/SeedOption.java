package org.passerelle.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The seed of what an engine draws: the same seed gives the same answer. */
final class SeedOption {
  static final long USUAL = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random draw; 1 unless told.")
  @Nullable Long given;

  long value() {
    return given == null ? USUAL : given;
  }
}
