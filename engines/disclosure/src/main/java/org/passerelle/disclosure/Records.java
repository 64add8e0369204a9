package org.passerelle.disclosure;

import java.util.List;

/**
 * One category per person and variable, without any other data of persons. Immutable by convention:
 * the arrays belong to the engine.
 */
public final class Records {
  private final Release release;
  private final int[][] nodes;
  private final int size;

  Records(Release release, int[][] nodes, int size) {
    this.release = release;
    this.nodes = nodes;
    this.size = size;
  }

  /**
   * Records from memory.
   *
   * @param rows a code per variable of the release, in its order; bands as codes
   * @throws BadRelease if a code is not a category
   */
  public static Records of(Release release, List<List<String>> rows) {
    int[][] nodes = new int[release.variables().size()][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int v = 0; v < nodes.length; v++) {
        Variable variable = release.variables().get(v);
        String code = rows.get(r).get(v);
        int node = variable.tree().node(code);
        if (node < 1 || !variable.tree().isCategory(node)) {
          throw new BadRelease(
              "Record %d: %s is not a category of %s.".formatted(r + 1, code, variable.name()));
        }
        nodes[v][r] = node;
      }
    }
    return new Records(release, nodes, rows.size());
  }

  /** The declaration, with its variables' categories known. */
  public Release release() {
    return release;
  }

  /** Number of persons. */
  public int size() {
    return size;
  }

  /** The node of a record's category. */
  public int node(int variable, int record) {
    return nodes[variable][record];
  }

  public int[] nodes(int variable) {
    return nodes[variable];
  }
}
