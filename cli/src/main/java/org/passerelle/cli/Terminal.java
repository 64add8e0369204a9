package org.passerelle.cli;

import java.io.Console;
import java.util.Optional;

/** The console, where somebody sits at it. */
final class Terminal {
  private Terminal() {}

  /** Nothing where input or output leads elsewhere; the launcher sees to it for every JDK. */
  @SuppressWarnings("SystemConsoleNull")
  static Optional<Console> here() {
    return Optional.ofNullable(System.console());
  }
}
