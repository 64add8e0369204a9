package org.passerelle.linkage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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
   * A list in Parquet, as CSV.
   *
   * @param list a file, or a folder of such files with the same columns
   * @throws BadRecords if it cannot be read as a list
   */
  Reader fromParquet(Path list) throws IOException;

  /**
   * Writes a table as Parquet.
   *
   * @param csv with the names of the columns in its first line
   * @param numbers columns that are numbers; the others are texts
   */
  void toParquet(Reader csv, Path into, Set<String> numbers) throws IOException;

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
