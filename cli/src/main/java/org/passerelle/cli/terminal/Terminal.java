package org.passerelle.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** The console, if the command is used interactively. */
public final class Terminal {
  private Terminal() {}

  /** Empty if input or output is redirected; the launcher ensures this for every JDK. */
  @SuppressWarnings("SystemConsoleNull")
  public static Optional<Console> here() {
    return Optional.ofNullable(System.console());
  }
}
