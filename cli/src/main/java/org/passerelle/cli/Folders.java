package org.passerelle.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Default folders. */
final class Folders {
  private Folders() {}

  /**
   * The data folder.
   *
   * @param told given by the operator, relative to the working directory
   */
  static Path data(@Nullable Path told, boolean demo) {
    Path folder = told != null ? told : beside(demo ? "demo" : "data");
    return folder.toAbsolutePath().normalize();
  }

  /** A folder beside the program. */
  static Path beside(String name) {
    return Path.of(System.getProperty("passerelle.home", "."), "var", name);
  }
}
