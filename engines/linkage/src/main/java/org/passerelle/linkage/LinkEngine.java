package org.passerelle.linkage;

import java.util.Map;
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
  PairFinder at(Place place);

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
}
