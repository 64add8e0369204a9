package org.passerelle.linkage.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/**
 * The records of a run, wherever it works: each process reads the lists once. What travels is only
 * this handle.
 *
 * @param run tells one run from another
 * @param right the file of the other list; empty if one is deduplicated
 */
record Records(String run, String left, String right, @Nullable String id, LinkSettings settings)
    implements Serializable {
  private static final Map<String, Here> HERE = new ConcurrentHashMap<>();

  /** What a process keeps. Immutable; its threads share it. */
  record Here(Population population, List<Keys.Key> keys, TermFrequencies frequencies) {
    static Here of(Population population) {
      return new Here(population, Keys.of(population), TermFrequencies.of(population));
    }
  }

  /** Keeps what this process has read already. */
  void keep(Population population) {
    HERE.put(run, Here.of(population));
  }

  void forget() {
    HERE.remove(run);
  }

  Here here() {
    return HERE.computeIfAbsent(run, r -> read());
  }

  private Here read() {
    try {
      PersonTable first = PersonTable.read(Path.of(SparkFiles.get(left)), id);
      Optional<PersonTable> second =
          right.isEmpty()
              ? Optional.empty()
              : Optional.of(PersonTable.read(Path.of(SparkFiles.get(right)), id));
      int cores = Runtime.getRuntime().availableProcessors();
      return Here.of(Linkage.population(first, second, settings.withThreads(cores)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
