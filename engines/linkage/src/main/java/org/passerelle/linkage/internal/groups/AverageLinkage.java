package org.passerelle.linkage.internal.groups;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Average linkage: the two groups whose members are likeliest to be one person, on average over all
 * pairs between them, become one, until no average reaches the cut (Sokal and Michener 1958). Takes
 * {@code e log e} steps for {@code e} edges.
 */
public final class AverageLinkage {
  /** A group: its number, its members' number and its sums towards others. */
  private static final class Group {
    final Sums sums = new Sums();
    int size = 1;
    boolean gone;
    final Set<Integer> sources = new HashSet<>(1);
  }

  private record Merger(double mean, int a, int b, int sizeA, int sizeB)
      implements Comparable<Merger> {
    @Override
    public int compareTo(Merger other) {
      int order = Double.compare(other.mean, mean);
      return order != 0
          ? order
          : a != other.a ? Integer.compare(a, other.a) : Integer.compare(b, other.b);
    }
  }

  private final Group[] groups;
  private final double cut;
  private final double absent;
  private final PriorityQueue<Merger> queue = new PriorityQueue<>();

  /**
   * @param sources what a group holds at most one record of, by record, -1 for none; may be empty
   * @param cut least mean
   * @param absent what a pair without an edge counts
   */
  AverageLinkage(int size, int[] sources, double cut, double absent) {
    groups = new Group[size];
    for (int i = 0; i < size; i++) {
      groups[i] = new Group();
      if (sources.length > 0 && sources[i] >= 0) {
        groups[i].sources.add(sources[i]);
      }
    }
    this.cut = cut;
    this.absent = absent;
  }

  void edge(int i, int j, double value) {
    groups[i].sums.add(j, value - absent);
    groups[j].sums.add(i, value - absent);
  }

  /** Two groups that became one, named by a member each, and their mean. */
  public record Union(int a, int b, double mean) {}

  private final List<Union> unions = new ArrayList<>();

  /** All unions, in their order. */
  List<Union> run() {
    for (int i = 0; i < groups.length; i++) {
      for (int j : groups[i].sums.keys()) {
        if (i < j) {
          offer(i, j);
        }
      }
    }
    for (Merger next = queue.poll(); next != null; next = queue.poll()) {
      Group a = groups[next.a];
      Group b = groups[next.b];
      if (!a.gone && !b.gone && a.size == next.sizeA && b.size == next.sizeB) {
        unions.add(new Union(next.a, next.b, next.mean));
        merge(next.a, next.b);
      }
    }
    return unions;
  }

  private void offer(int i, int j) {
    Group a = groups[i];
    Group b = groups[j];
    double sum = a.sums.get(j);
    if (Double.isNaN(sum)) {
      return;
    }
    double mean = absent + sum / ((double) a.size * b.size);
    if (mean >= cut && disjoint(a.sources, b.sources)) {
      queue.add(
          new Merger(
              mean,
              Math.min(i, j),
              Math.max(i, j),
              groups[Math.min(i, j)].size,
              groups[Math.max(i, j)].size));
    }
  }

  private static boolean disjoint(Set<Integer> a, Set<Integer> b) {
    for (int source : a) {
      if (b.contains(source)) {
        return false;
      }
    }
    return true;
  }

  private void merge(int i, int j) {
    boolean keep = groups[i].sums.size() >= groups[j].sums.size();
    int into = keep ? i : j;
    int from = keep ? j : i;
    Group a = groups[into];
    Group b = groups[from];
    b.gone = true;
    a.size += b.size;
    a.sources.addAll(b.sources);
    a.sums.remove(from);
    for (int other : b.sums.keys()) {
      if (other != into) {
        double sum = b.sums.get(other);
        a.sums.add(other, sum);
        Group third = groups[other];
        third.sums.remove(from);
        third.sums.add(into, sum);
      }
    }
    b.sums.clear();
    for (int other : a.sums.keys()) {
      offer(into, other);
    }
  }
}
