package org.passerelle.disclosure.anonymity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Records;

/**
 * Global recoding: one depth per variable for all records. Depths are tried in the order of their
 * loss, and the first with few enough suppressed records is chosen. O(depths tried × different
 * records).
 */
final class FullDomain {
  private static final int MOST_TRIED = 5_000;
  private final Records records;
  private final Anonymity anonymity;
  private final int most;
  private final int variables;
  private final int[] all;
  private final double[][] lossAt;

  private FullDomain(Records records, Anonymity anonymity, double most) {
    this.records = records;
    this.anonymity = anonymity;
    this.most = (int) Math.floor(most * records.size());
    this.variables = records.release().variables().size();
    int[] everybody = new int[records.size()];
    Arrays.setAll(everybody, r -> r);
    all = anonymity.values(records, everybody, 0, everybody.length);
    lossAt = new double[variables][];
    for (int v = 0; v < variables; v++) {
      lossAt[v] = losses(v);
    }
  }

  static int[][] of(Records records, Anonymity anonymity, double most) {
    return new FullDomain(records, anonymity, most).run();
  }

  private record Depths(int[] depths, double loss) {}

  /** The loss over all records, by depth. */
  private double[] losses(int v) {
    Hierarchy tree = records.release().variables().get(v).tree();
    double[] penalty = AnonymousRecords.penalty(tree);
    double[] losses = new double[tree.depth() + 1];
    for (int depth = 0; depth < losses.length; depth++) {
      int[] up = up(v, depth);
      for (int node :
          records.nodes(v).length == 0
              ? new int[0]
              : Arrays.copyOf(records.nodes(v), records.size())) {
        losses[depth] += penalty[up[node]];
      }
    }
    return losses;
  }

  /** For each node its ancestor, or itself, at the given depth at most. */
  private int[] up(int v, int depth) {
    Hierarchy tree = records.release().variables().get(v).tree();
    int[] up = new int[tree.size()];
    for (int node = 0; node < up.length; node++) {
      up[node] = tree.depth(node) <= depth ? node : up[tree.parent(node)];
    }
    return up;
  }

  private int[][] run() {
    PriorityQueue<Depths> open =
        new PriorityQueue<>(
            (a, b) ->
                a.loss() != b.loss()
                    ? Double.compare(a.loss(), b.loss())
                    : Arrays.compare(a.depths(), b.depths()));
    Set<List<Integer>> seen = new HashSet<>();
    int[] finest = new int[variables];
    Arrays.setAll(finest, v -> lossAt[v].length - 1);
    open.add(new Depths(finest, loss(finest)));
    for (int tried = 0; !open.isEmpty() && tried < MOST_TRIED; tried++) {
      Depths next = open.remove();
      int[][] nodes = fulfilled(next.depths());
      if (nodes != null) {
        return nodes;
      }
      for (int v = 0; v < variables; v++) {
        if (v != anonymity.sensitive() && next.depths()[v] > 0) {
          int[] coarser = next.depths().clone();
          coarser[v]--;
          if (seen.add(Arrays.stream(coarser).boxed().toList())) {
            open.add(new Depths(coarser, loss(coarser)));
          }
        }
      }
    }
    throw new BadRelease(
        "No depths give groups of %d with at most %d of %d records suppressed. Maybe use local recoding, or weaker requirements."
            .formatted(anonymity.k(), most, records.size()));
  }

  private double loss(int[] depths) {
    double loss = 0;
    for (int v = 0; v < variables; v++) {
      loss += v == anonymity.sensitive() ? 0 : lossAt[v][depths[v]];
    }
    return loss;
  }

  private int @Nullable [][] fulfilled(int[] depths) {
    int[][] nodes = new int[variables][records.size()];
    long[] names = new long[records.size()];
    for (int v = 0; v < variables; v++) {
      boolean open = v == anonymity.sensitive();
      int[] up = up(v, depths[v]);
      long size = up.length;
      for (int r = 0; r < names.length; r++) {
        nodes[v][r] = open ? records.node(v, r) : up[records.node(v, r)];
        names[r] = open ? names[r] : Math.addExact(Math.multiplyExact(names[r], size), nodes[v][r]);
      }
    }
    Map<Long, List<Integer>> groups = new HashMap<>();
    for (int r = 0; r < names.length; r++) {
      groups.computeIfAbsent(names[r], name -> new ArrayList<>()).add(r);
    }
    int left = 0;
    for (List<Integer> group : groups.values()) {
      int[] some = group.stream().mapToInt(Integer::intValue).toArray();
      if (!anonymity.holds(some.length, anonymity.values(records, some, 0, some.length), all)) {
        left += some.length;
        if (left > most) {
          return null;
        }
        for (int r : some) {
          for (int[] column : nodes) {
            column[r] = AnonymousRecords.LEFT_OUT;
          }
        }
      }
    }
    return nodes;
  }
}
