package org.passerelle.estimation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables and results of the reference programs, which are kept outside the project. */
final class Reference {
  static final Path FOLDER = Path.of("../../../shared/estimation");

  /** One run of a reference program. */
  record Run(String tool, String dataset, String method, JsonNode result, double cpuSeconds) {}

  private Reference() {}

  static boolean present() {
    boolean there = Files.isRegularFile(FOLDER.resolve("reference.json"));
    if (!there) {
      System.out.println("No reference answers beside the checkout; generated tables only.");
    }
    return there;
  }

  static CaptureHistories table(String name) {
    try {
      return CaptureHistories.read(FOLDER.resolve("data/" + name + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Run> runs() {
    JsonNode root =
        JsonMapper.builder().build().readTree(FOLDER.resolve("reference.json").toFile());
    List<Run> runs = new ArrayList<>();
    for (JsonNode run : root.get("runs")) {
      runs.add(
          new Run(
              run.get("tool").asString(),
              run.get("dataset").asString(),
              run.get("method").asString(),
              run.get("result"),
              run.get("cpu_seconds").asDouble()));
    }
    return runs;
  }

  /** The names of the pair models of {@code synthNN_existence.csv} with their codes. */
  static Map<String, Integer> existence(String name) throws IOException {
    Map<String, Integer> codes = new java.util.LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("data/" + name + "_existence.csv"))) {
      String[] parts = line.split(",", -1);
      if (!parts[1].equals("code")) {
        codes.put(parts[0], Integer.valueOf(parts[1]));
      }
    }
    return codes;
  }
}
