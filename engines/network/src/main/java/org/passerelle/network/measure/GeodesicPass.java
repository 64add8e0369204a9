package org.passerelle.network.measure;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Divides the sources among a fixed number of strands, whose sums are added in order: the same
 * result on any number of cores.
 */
final class GeodesicPass {
  private static final int LARGE = 250_000;
  private final Graph graph;
  private final int @Nullable [] sources;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();

  GeodesicPass(Graph graph, int @Nullable [] sources, Progress progress) {
    this.graph = graph;
    this.sources = sources;
    this.progress = progress;
  }

  private int count() {
    return sources == null ? graph.size() : sources.length;
  }

  private int source(int i) {
    return sources == null ? i : sources[i];
  }

  Geodesics run() {
    int strands = Math.min(graph.size() > LARGE ? 2 : 8, Math.max(1, count()));
    List<ShortestPaths> parts =
        ParallelParts.all(
            IntStream.range(0, strands).boxed().toList(), strand -> strand(strand, strands));
    return sum(parts);
  }

  private ShortestPaths strand(int strand, int strands) {
    ShortestPaths paths = new ShortestPaths(graph);
    for (int i = strand; i < count(); i += strands) {
      Progress.stillWanted();
      paths.from(source(i));
      long so = done.incrementAndGet();
      if (strand == 0) {
        progress.on("shortest paths", so, count());
      }
    }
    return paths;
  }

  private Geodesics sum(List<ShortestPaths> parts) {
    int n = graph.size();
    double[] betweenness = new double[n];
    long[] distance = new long[n];
    int[] reached = new int[n];
    int diameter = 0;
    for (ShortestPaths part : parts) {
      diameter = Math.max(diameter, part.farthest());
      for (int v = 0; v < n; v++) {
        betweenness[v] += part.through(v);
        distance[v] += part.distanceTo(v);
        reached[v] += part.reached(v);
      }
    }
    double scale = count() == 0 ? 0 : (double) n / count();
    double pairs = (n - 1.0) * (n - 2.0);
    double[] closeness = new double[n];
    double[] within = new double[n];
    long total = 0;
    long paths = 0;
    for (int v = 0; v < n; v++) {
      total += distance[v];
      paths += reached[v];
      betweenness[v] = pairs <= 0 ? 0 : betweenness[v] * scale / pairs;
      if (distance[v] > 0) {
        within[v] = (double) reached[v] / distance[v];
        closeness[v] = Math.min(1, within[v] * reached[v] * scale / (n - 1));
      }
    }
    return new Geodesics(
        betweenness,
        closeness,
        within,
        diameter,
        paths == 0 ? Double.NaN : (double) total / paths,
        distance,
        reached,
        count());
  }
}
