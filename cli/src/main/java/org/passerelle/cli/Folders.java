package org.passerelle.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where things lie when nobody said. */
final class Folders {
  private Folders() {}

  /**
   * The data folder.
   *
   * @param told by the operator, relative to where the command was typed
   */
  static Path data(@Nullable Path told, boolean demo) {
    Path folder = told != null ? told : beside(demo ? "demo" : "data");
    return folder.toAbsolutePath().normalize();
  }

  /** A folder among those of the program. */
  static Path beside(String name) {
    return Path.of(System.getProperty("passerelle.home", "."), "var", name);
  }
}
