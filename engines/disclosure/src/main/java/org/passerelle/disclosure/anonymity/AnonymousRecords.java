package org.passerelle.disclosure.anonymity;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Records;

/**
 * Records with categories generalised until every record is in a sufficiently large group.
 * Immutable by convention. To be published only once: two editions of the same persons with
 * different generalisations can be combined.
 */
public final class AnonymousRecords {
  /** Node of a suppressed record. */
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
   * Local recoding without suppression: records are partitioned top-down, each time by the variable
   * with the largest gain, as long as every part satisfies the requirements; the remainder of a
   * partition keeps its generalisation (LeFevre and others 2006; Xu and others 2006). O(records ×
   * variables × depth).
   *
   * @throws BadRelease if even all records together do not satisfy them
   */
  public static AnonymousRecords locally(Records records, Anonymity anonymity) {
    onePersonEach(records);
    return new AnonymousRecords(records, anonymity, LocalRecoding.of(records, anonymity));
  }

  /**
   * Global recoding: one depth per variable for all records, suppressing records of groups that do
   * not satisfy the requirements. Among the depths within the suppression limit, those with the
   * smallest loss are chosen.
   *
   * @param most maximum share of suppressed records, 0 to 1
   * @throws BadRelease if no depths satisfy them
   */
  public static AnonymousRecords wholly(Records records, Anonymity anonymity, double most) {
    onePersonEach(records);
    return new AnonymousRecords(records, anonymity, FullDomain.of(records, anonymity, most));
  }

  /** A group of k records of one person would hide nobody. */
  private static void onePersonEach(Records records) {
    if (records.hasSeveralOfOnePerson()) {
      throw new BadRelease(
          "A person has several records, and k counts persons. Maybe rows: 1, or one row per person in the data.");
    }
  }

  /** Number of suppressed records. */
  public int leftOut() {
    int many = 0;
    for (int r = 0; r < records.size(); r++) {
      many += nodes[0][r] == LEFT_OUT ? 1 : 0;
    }
    return many;
  }

  /**
   * Information loss, 0 to 1: normalised certainty penalty averaged over all values; 1 for a
   * suppressed record.
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

  /** The certainty penalty by node: the share of other categories that it includes. */
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

  /** The published records as codes, in an order that is independent of the original one. */
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
