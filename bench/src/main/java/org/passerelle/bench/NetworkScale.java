package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Modularity;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.Triangles;

/**
 * The cost of analysing a network of 100,000 actors and 500,000 ties with planted groups: CPU and
 * wall seconds of each measure, once in a fresh JVM and once more, and the heap.
 *
 * <p>The argument is a file to write the ties to, for {@code bench/network-beside}, which runs the
 * same measures with igraph and NetworkX.
 */
public final class NetworkScale {
  private static final int ACTORS = 100_000;
  private static final int TIES = 500_000;
  private static final int SAMPLE = 5_000;
  private static final int SOURCES = 500;
  private static final int SEEDS = 5;

  private NetworkScale() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws IOException {
    PlantedNetwork planted = PlantedNetwork.of(ACTORS, TIES, 1);
    Graph graph = planted.graph();
    if (arguments.length > 0) {
      write(graph, Path.of(arguments[0]));
    }
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    System.out.println("| measure | CPU s, fresh JVM | wall s | CPU s again | wall s again |");
    System.out.println("|---|---|---|---|---|");
    row(
        "components, PageRank and cores",
        () -> {
          Components.of(graph);
          PageRank.of(graph, Progress.SILENT);
          return Cores.of(graph);
        });
    Groups groups =
        row(
            "groups by Leiden, until nothing changes",
            () -> Groups.of(graph, 1, 1, 1, Progress.SILENT));
    row(
        "betweenness and closeness from 500 sources",
        () -> Geodesics.sampled(graph, SOURCES, 1, Progress.SILENT));
    row("cut points and bridges", () -> CutPoints.of(graph));
    row("triangles and clustering", () -> Triangles.of(graph, Progress.SILENT));
    row("constraint", () -> Constraint.of(graph, Progress.SILENT));
    row("five key players, greedy", () -> KeyPlayers.negative(graph, 5, 1, Progress.SILENT));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    double[] modularity =
        IntStream.rangeClosed(1, SEEDS)
            .mapToDouble(seed -> Groups.of(graph, 1, 1, seed, Progress.SILENT).modularity())
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%nmodularity with %d seeds %.4f to %.4f; %d groups; planted %.4f; peak heap %d MB%n",
        SEEDS,
        modularity[0],
        modularity[SEEDS - 1],
        groups.sizes().length,
        Modularity.of(graph, planted.group(), 1),
        peak / 1_000_000);
    overlap(graph);
  }

  /** Overlap of the ten highest by 500 sources with the exact ten, for the first 5,000 actors. */
  private static void overlap(Graph graph) {
    boolean[] removed = new boolean[graph.size()];
    Arrays.fill(removed, SAMPLE, graph.size(), true);
    Graph sample = graph.without(removed);
    Set<Integer> exact = top(Geodesics.exact(sample, Progress.SILENT).betweenness());
    double sum = 0;
    double least = 1;
    for (int seed = 1; seed <= 20; seed++) {
      Set<Integer> drawn =
          top(Geodesics.sampled(sample, SOURCES, seed, Progress.SILENT).betweenness());
      drawn.retainAll(exact);
      sum += drawn.size() / 10.0;
      least = Math.min(least, drawn.size() / 10.0);
    }
    System.out.printf(
        Locale.ROOT,
        "first ten by 500 sources and exactly, %,d actors and %,d ties: overlap %.3f in the mean of 20 seeds, %.1f at least%n",
        sample.size(),
        sample.ties(),
        sum / 20,
        least);
  }

  private static Set<Integer> top(double[] values) {
    Set<Integer> top = new HashSet<>();
    IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(v -> -values[v]))
        .limit(10)
        .forEach(top::add);
    return top;
  }

  private static <T> T row(String what, Supplier<T> work) {
    double cpu = cpuSeconds();
    double wall = System.nanoTime() / 1e9;
    Objects.requireNonNull(work.get());
    double cpuFirst = cpuSeconds() - cpu;
    double wallFirst = System.nanoTime() / 1e9 - wall;
    cpu = cpuSeconds();
    wall = System.nanoTime() / 1e9;
    T result = work.get();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f |%n",
        what,
        cpuFirst,
        wallFirst,
        cpuSeconds() - cpu,
        System.nanoTime() / 1e9 - wall);
    return result;
  }

  private static void write(Graph graph, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int v = 0; v < graph.size(); v++) {
        for (int at = graph.begin(v); at < graph.end(v); at++) {
          if (v < graph.neighbour(at)) {
            out.write(v + " " + graph.neighbour(at) + "\n");
          }
        }
      }
    }
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
