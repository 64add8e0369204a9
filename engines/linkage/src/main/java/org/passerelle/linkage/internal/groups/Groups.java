package org.passerelle.linkage.internal.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;

/** Which records are one person. */
public final class Groups {
  /** Beyond so many nats a pair is as good as certain, one way or the other. */
  public static final double CERTAIN = 10;

  /** What lies lower counts as certainly different: it would only fill memory. */
  private static final double DOUBTFUL = -6;

  private Groups() {}

  /** Each record its own. */
  public static int[] apart(int size) {
    int[] own = new int[size];
    for (int i = 0; i < size; i++) {
      own[i] = i;
    }
    return own;
  }

  /** Records joined by pairs of at least a weight, directly or over others. */
  static int[] components(int size, Pairs pairs, double least) {
    int[] parent = apart(size);
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= least) {
        int a = root(parent, pairs.left(k));
        int b = root(parent, pairs.right(k));
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < size; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /**
   * Average linkage within the components; records that are not a pair count as certainly
   * different.
   */
  public static List<AverageLinkage.Union> unions(Population population, Pairs pairs, double cut) {
    int[] component = components(population.size(), pairs, cut);
    int[] end = new int[population.size() + 1];
    for (int k = 0; k < pairs.size(); k++) {
      if (isEdge(pairs, k, component)) {
        end[component[pairs.left(k)] + 1]++;
      }
    }
    for (int c = 1; c < end.length; c++) {
      end[c] += end[c - 1];
    }
    int[] edges = new int[end[end.length - 1]];
    int[] at = end.clone();
    for (int k = 0; k < pairs.size(); k++) {
      if (isEdge(pairs, k, component)) {
        edges[at[component[pairs.left(k)]]++] = k;
      }
    }
    List<AverageLinkage.Union> unions = new ArrayList<>();
    for (int c = 0; c + 1 < end.length; c++) {
      if (end[c] < end[c + 1]) {
        unions.addAll(
            unions(population, pairs, Arrays.copyOfRange(edges, end[c], end[c + 1]), cut));
      }
    }
    return unions;
  }

  private static boolean isEdge(Pairs pairs, int k, int[] component) {
    return pairs.weights[k] > DOUBTFUL && component[pairs.left(k)] == component[pairs.right(k)];
  }

  /** Of one component, whose records are numbered anew. */
  private static List<AverageLinkage.Union> unions(
      Population population, Pairs pairs, int[] edges, double cut) {
    int[] records = records(pairs, edges);
    int[] sources = population.sources();
    int[] own = sources.length == 0 ? sources : new int[records.length];
    for (int r = 0; r < own.length; r++) {
      own[r] = sources[records[r]];
    }
    AverageLinkage linkage = new AverageLinkage(records.length, own, cut, -CERTAIN);
    for (int k : edges) {
      linkage.edge(
          Arrays.binarySearch(records, pairs.left(k)),
          Arrays.binarySearch(records, pairs.right(k)),
          Math.min(CERTAIN, pairs.weights[k]));
    }
    List<AverageLinkage.Union> unions = linkage.run();
    unions.replaceAll(u -> new AverageLinkage.Union(records[u.a()], records[u.b()], u.mean()));
    return unions;
  }

  /** Of some pairs, ascending. */
  private static int[] records(Pairs pairs, int[] some) {
    int[] records = new int[2 * some.length];
    for (int n = 0; n < some.length; n++) {
      records[2 * n] = pairs.left(some[n]);
      records[2 * n + 1] = pairs.right(some[n]);
    }
    Arrays.sort(records);
    int kept = 0;
    for (int record : records) {
      if (kept == 0 || records[kept - 1] != record) {
        records[kept++] = record;
      }
    }
    return Arrays.copyOf(records, kept);
  }

  /** The groups after all unions whose mean reaches a cut, each named by its first member. */
  public static int[] at(int size, List<AverageLinkage.Union> unions, double cut) {
    int[] parent = apart(size);
    for (AverageLinkage.Union union : unions) {
      if (union.mean() >= cut) {
        int a = root(parent, union.a());
        int b = root(parent, union.b());
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < size; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  /** The groups at a cut. */
  public static int[] averages(Population population, Pairs pairs, double cut) {
    return at(population.size(), unions(population, pairs, cut), cut);
  }

  /** The share of records that stand alone. */
  static double alone(int[] groups) {
    int[] sizes = new int[groups.length];
    for (int group : groups) {
      sizes[group]++;
    }
    long alone = Arrays.stream(sizes).filter(s -> s == 1).count();
    return alone / (double) Math.max(1, groups.length);
  }

  /** The records of each group that has more than one. */
  public static List<int[]> members(int[] groups) {
    int[] end = new int[groups.length + 1];
    for (int group : groups) {
      end[group + 1]++;
    }
    for (int g = 1; g < end.length; g++) {
      end[g] += end[g - 1];
    }
    int[] records = new int[groups.length];
    int[] at = end.clone();
    for (int i = 0; i < groups.length; i++) {
      records[at[groups[i]]++] = i;
    }
    List<int[]> members = new ArrayList<>();
    for (int g = 0; g < groups.length; g++) {
      if (end[g + 1] - end[g] > 1) {
        members.add(Arrays.copyOfRange(records, end[g], end[g + 1]));
      }
    }
    return members;
  }
}
