package org.passerelle.cli.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The seed of an engine's random draws: the same seed gives the same result. */
public final class SeedOption {
  static final long USUAL = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all random draws; default 1.")
  public @Nullable Long given;

  public long value() {
    return given == null ? USUAL : given;
  }
}
