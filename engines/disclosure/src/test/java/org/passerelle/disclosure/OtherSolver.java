package org.passerelle.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An external solver, as packaged by Debian ({@code glpk-utils}, {@code highs}). It reads the CPLEX
 * LP format.
 */
enum OtherSolver {
  GLPK("/usr/bin/glpsol") {
    @Override
    List<String> command(Path programme, Path answer) {
      return List.of("/usr/bin/glpsol", "--lp", programme.toString(), "-w", answer.toString());
    }

    /** Columns by number, in the order in which the programme first names them. */
    @Override
    Map<String, Double> values(List<String> answer, List<String> names) {
      Map<String, Double> values = new HashMap<>();
      for (String line : answer) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("s") && !words[4].equals("f")) {
          throw new IllegalStateException("GLPK says " + line);
        }
        if (words[0].equals("j") && Integer.parseInt(words[1]) <= names.size()) {
          values.put(names.get(Integer.parseInt(words[1]) - 1), Double.valueOf(words[3]));
        }
      }
      return values;
    }
  },
  HIGHS("/usr/bin/highs") {
    @Override
    List<String> command(Path programme, Path answer) {
      return List.of("/usr/bin/highs", "--solution_file", answer.toString(), programme.toString());
    }

    @Override
    Map<String, Double> values(List<String> answer, List<String> names) {
      if (!answer.get(1).equals("Optimal")) {
        throw new IllegalStateException("HiGHS says " + answer.get(1));
      }
      Map<String, Double> values = new HashMap<>();
      for (String line : answer) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && names.contains(words[0])) {
          values.putIfAbsent(words[0], Double.valueOf(words[1]));
        }
      }
      return values;
    }
  };

  /** Message if external solvers are missing. */
  static final String NEEDED = "both GLPK (glpk-utils) and HiGHS (highs)";

  private final Path program;

  OtherSolver(String program) {
    this.program = Path.of(program);
  }

  abstract List<String> command(Path programme, Path answer);

  abstract Map<String, Double> values(List<String> answer, List<String> names);

  boolean isHere() {
    return Files.isExecutable(program);
  }

  static List<OtherSolver> here() {
    return Arrays.stream(values()).filter(OtherSolver::isHere).toList();
  }

  static boolean areAllHere() {
    return here().size() == values().length;
  }

  /** The values of named variables in an optimal solution. */
  Map<String, Double> solve(String programme, List<String> names) {
    try {
      Path folder = Files.createTempDirectory("disclosure");
      Path file = Files.writeString(folder.resolve("programme.lp"), programme);
      Path answer = folder.resolve("answer");
      Process process =
          new ProcessBuilder(command(file, answer))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0 || !Files.exists(answer)) {
        throw new IllegalStateException("%s ended with %d: %s".formatted(this, code, said));
      }
      Map<String, Double> values = values(Files.readAllLines(answer), names);
      Files.deleteIfExists(folder.resolve("HiGHS.log"));
      for (Path one : List.of(file, answer, folder)) {
        Files.delete(one);
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
