package org.passerelle.linkage;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.internal.candidates.PairFinder;

/**
 * Compares pairs elsewhere than in this process; found by {@link java.util.ServiceLoader}. The
 * result is the same wherever they are compared.
 */
public interface LinkEngine {
  /** The name that it is asked for by. */
  String name();

  /**
   * Ready to compare; what it holds is given back when the process ends.
   *
   * @param master where, as the engine understands it
   */
  PairFinder at(String master, Lists lists);

  /**
   * What is compared, for other machines to read.
   *
   * @param left a CSV file
   * @param right the other list; empty if one is deduplicated
   * @param id the column that names the records; null for the first
   */
  record Lists(Path left, Optional<Path> right, @Nullable String id, LinkSettings settings) {}
}
