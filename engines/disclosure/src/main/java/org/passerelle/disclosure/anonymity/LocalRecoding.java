package org.passerelle.disclosure.anonymity;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Records;

/**
 * Partitions records top-down along their hierarchies as long as every part satisfies the
 * requirements.
 */
final class LocalRecoding {
  private final Records records;
  private final Anonymity anonymity;
  private final int variables;
  private final int[] all;
  private final double[][] penalty;
  private final int[] order;
  private final int[] scratch;

  private LocalRecoding(Records records, Anonymity anonymity) {
    this.records = records;
    this.anonymity = anonymity;
    this.variables = records.release().variables().size();
    this.order = new int[records.size()];
    Arrays.setAll(order, r -> r);
    this.scratch = new int[records.size()];
    this.all = anonymity.values(records, order, 0, order.length);
    this.penalty = new double[variables][];
    for (int v = 0; v < variables; v++) {
      penalty[v] = AnonymousRecords.penalty(records.release().variables().get(v).tree());
    }
  }

  /** A range of records with the same nodes. */
  private record Group(int from, int to, int[] nodes) {}

  /** A way to partition a group: child nodes that become separate, and where each begins. */
  private record Parting(int variable, int[] begins, int[] nodes, double gain) {}

  static int[][] of(Records records, Anonymity anonymity) {
    return new LocalRecoding(records, anonymity).run();
  }

  private int[][] run() {
    if (!anonymity.holds(order.length, all, all)) {
      throw new BadRelease(
          "%d records are fewer than k, %d, or hold fewer sensitive values than l, %d. Maybe ask for less."
              .formatted(order.length, anonymity.k(), anonymity.l()));
    }
    int[][] nodes = new int[variables][records.size()];
    ArrayDeque<Group> open = new ArrayDeque<>();
    open.add(new Group(0, order.length, new int[variables]));
    while (!open.isEmpty()) {
      Group group = open.removeLast();
      Parting parting = best(group);
      if (parting == null) {
        settle(group, nodes);
        continue;
      }
      for (int part = 0; part < parting.nodes().length; part++) {
        int[] finer = group.nodes().clone();
        finer[parting.variable()] = parting.nodes()[part];
        open.add(new Group(parting.begins()[part], parting.begins()[part + 1], finer));
      }
    }
    return nodes;
  }

  private void settle(Group group, int[][] nodes) {
    for (int i = group.from(); i < group.to(); i++) {
      for (int v = 0; v < variables; v++) {
        nodes[v][order[i]] =
            v == anonymity.sensitive() ? records.node(v, order[i]) : group.nodes()[v];
      }
    }
  }

  private @Nullable Parting best(Group group) {
    Parting best = null;
    for (int v = 0; v < variables && group.to() - group.from() > anonymity.k(); v++) {
      if (v != anonymity.sensitive()) {
        Parting parting = parting(group, v);
        if (parting != null && (best == null || parting.gain() > best.gain())) {
          best = parting;
        }
      }
    }
    if (best != null) {
      return arranged(group, best);
    }
    return null;
  }

  /** The ancestor of each category that is a child of the group's node. */
  private static int[] below(Hierarchy tree, int node) {
    int[] below = new int[tree.size()];
    Arrays.fill(below, -1);
    for (int child : tree.children(node)) {
      below[child] = child;
    }
    for (int n = node + 1; n < below.length; n++) {
      if (below[n] < 0 && below[tree.parent(n)] >= 0) {
        below[n] = below[tree.parent(n)];
      }
    }
    return below;
  }

  /**
   * Chooses the children to separate; the others stay together at the node; null if there is no
   * gain.
   */
  private @Nullable Parting parting(Group group, int v) {
    Hierarchy tree = records.release().variables().get(v).tree();
    int node = group.nodes()[v];
    int[] children = tree.children(node);
    if (children.length == 0) {
      return null;
    }
    int[] below = below(tree, node);
    int[] size = new int[tree.size()];
    int[] nodes = records.nodes(v);
    for (int i = group.from(); i < group.to(); i++) {
      size[below[nodes[order[i]]]]++;
    }
    int[][] values = values(group, v, below, size);
    boolean[] alone = new boolean[tree.size()];
    int left = 0;
    int[] leftValues = new int[all.length];
    for (int child : children) {
      alone[child] = size[child] > 0 && anonymity.holds(size[child], values[child], all);
      if (!alone[child]) {
        left += size[child];
        add(leftValues, values[child]);
      }
    }
    // the remainder absorbs the smallest parts until it satisfies the requirements
    while (left > 0 && !anonymity.holds(left, leftValues, all)) {
      int smallest = -1;
      for (int child : children) {
        if (alone[child] && (smallest < 0 || size[child] < size[smallest])) {
          smallest = child;
        }
      }
      if (smallest < 0) {
        return null;
      }
      alone[smallest] = false;
      left += size[smallest];
      add(leftValues, values[smallest]);
    }
    double gain = 0;
    for (int child : children) {
      gain += alone[child] ? size[child] * (penalty[v][node] - penalty[v][child] + 1e-9) : 0;
    }
    int[] on = Arrays.stream(children).filter(child -> alone[child]).toArray();
    return on.length == 0 ? null : new Parting(v, new int[0], on, gain);
  }

  private static void add(int[] to, int[] some) {
    for (int i = 0; i < some.length; i++) {
      to[i] += some[i];
    }
  }

  private int[][] values(Group group, int v, int[] below, int[] size) {
    int[][] values = new int[size.length][];
    for (int child = 0; child < size.length; child++) {
      values[child] = size[child] > 0 ? new int[all.length] : new int[0];
    }
    if (anonymity.sensitive() >= 0) {
      for (int i = group.from(); i < group.to(); i++) {
        values[below[records.node(v, order[i])]][records.node(anonymity.sensitive(), order[i])]++;
      }
    }
    return values;
  }

  /** The parts in order: separate ones first, then the remainder. */
  private Parting arranged(Group group, Parting parting) {
    Hierarchy tree = records.release().variables().get(parting.variable()).tree();
    int node = group.nodes()[parting.variable()];
    int[] below = below(tree, node);
    int[] part = new int[tree.size()];
    Arrays.fill(part, parting.nodes().length);
    for (int p = 0; p < parting.nodes().length; p++) {
      part[parting.nodes()[p]] = p;
    }
    int[] begins = new int[parting.nodes().length + 2];
    for (int i = group.from(); i < group.to(); i++) {
      begins[part[below[records.node(parting.variable(), order[i])]] + 1]++;
    }
    begins[0] = group.from();
    for (int p = 1; p < begins.length; p++) {
      begins[p] += begins[p - 1];
    }
    int[] next = begins.clone();
    for (int i = group.from(); i < group.to(); i++) {
      scratch[next[part[below[records.node(parting.variable(), order[i])]]]++] = order[i];
    }
    System.arraycopy(scratch, group.from(), order, group.from(), group.to() - group.from());
    boolean rest = begins[begins.length - 2] < group.to();
    int[] nodes = Arrays.copyOf(parting.nodes(), parting.nodes().length + (rest ? 1 : 0));
    if (rest) {
      nodes[nodes.length - 1] = node;
    }
    return new Parting(
        parting.variable(), Arrays.copyOf(begins, nodes.length + 1), nodes, parting.gain());
  }
}
