package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Records whose categories were made coarser until everybody stands in a group. Immutable by
 * convention. Published once: two editions of the same persons that were made coarser in two ways
 * can be laid one upon the other.
 */
public final class AnonymousRecords {
  /** The node of a record that is left out. */
  static final int LEFT_OUT = -1;

  private final Records records;
  private final Anonymity anonymity;
  private final int[][] nodes;

  AnonymousRecords(Records records, Anonymity anonymity, int[][] nodes) {
    this.records = records;
    this.anonymity = anonymity;
    this.nodes = nodes;
  }

  /**
   * Each group as coarse as it must be, no record left out: the records are parted from the top, by
   * the variable that gains most, as long as every part fulfils what is asked; what is left over of
   * a parting stays as coarse as it was (LeFevre and others 2006; Xu and others 2006). O(records ×
   * variables × depth).
   *
   * @throws BadRelease where even all records together do not fulfil it
   */
  public static AnonymousRecords locally(Records records, Anonymity anonymity) {
    return new AnonymousRecords(records, anonymity, LocalRecoding.of(records, anonymity));
  }

  /**
   * Each variable equally coarse for all, records of groups that fall short being left out: the
   * depths that lose least among those that leave out no more than is allowed.
   *
   * @param most share of records that may be left out, 0 to 1
   * @throws BadRelease where no depths fulfil it
   */
  public static AnonymousRecords wholly(Records records, Anonymity anonymity, double most) {
    return new AnonymousRecords(records, anonymity, FullDomain.of(records, anonymity, most));
  }

  /** How many records were left out. */
  public int leftOut() {
    int many = 0;
    for (int r = 0; r < records.size(); r++) {
      many += nodes[0][r] == LEFT_OUT ? 1 : 0;
    }
    return many;
  }

  /**
   * What was lost, 0 to 1: over all values, the share of the other categories that a value no
   * longer tells apart (normalised certainty penalty); 1 for what is left out.
   */
  public double loss() {
    double lost = 0;
    int counted = 0;
    for (int v = 0; v < nodes.length; v++) {
      if (v == anonymity.sensitive()) {
        continue;
      }
      double[] penalty = penalty(records.release().variables().get(v).tree());
      for (int r = 0; r < records.size(); r++) {
        lost += nodes[v][r] == LEFT_OUT ? 1 : penalty[nodes[v][r]];
      }
      counted += records.size();
    }
    return counted == 0 ? 0 : lost / counted;
  }

  /** By node: the share of the other categories that it does not tell apart. */
  static double[] penalty(Hierarchy tree) {
    int[] leaves = new int[tree.size()];
    for (int node = tree.size() - 1; node >= 0; node--) {
      leaves[node] += tree.isCategory(node) ? 1 : 0;
      if (node > 0) {
        leaves[tree.parent(node)] += leaves[node];
      }
    }
    double[] penalty = new double[leaves.length];
    for (int node = 0; node < leaves.length; node++) {
      penalty[node] = leaves[0] == 1 ? 0 : (leaves[node] - 1.0) / (leaves[0] - 1);
    }
    return penalty;
  }

  /** The records that are not left out, as codes, in an order that tells nothing of the first. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < records.size(); r++) {
      if (nodes[0][r] != LEFT_OUT) {
        List<String> row = new ArrayList<>();
        for (int v = 0; v < nodes.length; v++) {
          row.add(records.release().variables().get(v).tree().code(nodes[v][r]));
        }
        rows.add(row);
      }
    }
    rows.sort(
        (a, b) -> {
          for (int v = 0; v < a.size(); v++) {
            int order = a.get(v).compareTo(b.get(v));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        });
    return rows;
  }
}
