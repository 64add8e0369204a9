package org.passerelle.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;

/** Networks with published values, kept beside the project and not part of it. */
final class Reference {
  static final Path FOLDER = folder();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Reference() {}

  private static Path folder() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path beside = up.resolve("shared/network");
      if (Files.isDirectory(beside)) {
        return beside;
      }
    }
    return Path.of("../shared/network");
  }

  /** Whether they are available. */
  static boolean present() {
    return Files.isRegularFile(FOLDER.resolve("reference-metrics.txt"));
  }

  static CaseNetwork network(String file, boolean directed, @Nullable String nodes) {
    try {
      return NetworkFile.read(
              FOLDER.resolve(file),
              new ReadOptions(
                  nodes == null ? null : Source.of(FOLDER.resolve(nodes)),
                  Mapping.usual(),
                  directed,
                  false))
          .network();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Graph graph(String file) {
    return network(file, false, null).graph(false, GraphBuilder.Parallel.SUM);
  }

  /** The values of igraph, by the file name of a network. */
  static Map<String, JsonNode> metrics() {
    Map<String, JsonNode> metrics = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve("reference-metrics.txt"))) {
        int blank = line.indexOf(' ');
        String name = line.substring(0, blank);
        metrics.put(
            name.equals("mexico_ht") ? "mexico_ht_Data.txt" : name,
            JSON.readTree(line.substring(blank)));
      }
      return metrics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table without its header. */
  static List<String[]> rows(String file, String separator) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split(separator))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
