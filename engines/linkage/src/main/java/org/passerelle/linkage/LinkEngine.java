package org.passerelle.linkage;

import java.nio.file.Path;
import java.util.Map;
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
   * @param place where, and how
   */
  PairFinder at(Place place, Lists lists);

  /**
   * Where an engine works.
   *
   * @param master as the engine understands it
   * @param settings of the engine by name, such as {@code spark.executor.memory}; may be empty
   */
  record Place(String master, Map<String, String> settings) {
    public Place {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * What is compared, for other machines to read.
   *
   * @param left a CSV file
   * @param right the other list; empty if one is deduplicated
   * @param id the column that names the records; null for the first
   */
  record Lists(Path left, Optional<Path> right, @Nullable String id, LinkSettings settings) {}
}
