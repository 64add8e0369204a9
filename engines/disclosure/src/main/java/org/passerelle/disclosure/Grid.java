package org.passerelle.disclosure;

import java.util.Arrays;

/** The cells of a table, including totals and groups, enumerated row by row. */
final class Grid {
  final int[] variables;

  /** Nodes shown by each dimension: total first, parents before children. */
  final int[][] nodes;

  /**
   * For each dimension and node of its variable: position of the node, or of its ancestor that is
   * shown.
   */
  final int[][] places;

  final int[] strides;

  /** The figure of each cell. */
  final int[] figures;

  private final int[][] parents;
  private final int[][][] children;

  Grid(Release release, TableShape table) {
    int dimensions = table.dimensions().size();
    variables = new int[dimensions];
    nodes = new int[dimensions][];
    places = new int[dimensions][];
    parents = new int[dimensions][];
    children = new int[dimensions][][];
    strides = new int[dimensions];
    long size = 1;
    for (int d = dimensions - 1; d >= 0; d--) {
      TableShape.Dimension dimension = table.dimensions().get(d);
      variables[d] = dimension.variable();
      lay(d, release.variables().get(variables[d]).tree(), dimension.depth());
      strides[d] = (int) size;
      size *= nodes[d].length;
      if (size > Layout.MOST_FIGURES) {
        throw new BadRelease(
            "Table %s has more than %d cells. Maybe group its categories, or specify a depth in by."
                .formatted(table.id(), Layout.MOST_FIGURES));
      }
    }
    figures = new int[(int) size];
  }

  private void lay(int d, Hierarchy tree, int depth) {
    int[] shown = new int[tree.size()];
    places[d] = new int[tree.size()];
    int many = 0;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.depth(node) <= depth) {
        places[d][node] = many;
        shown[many++] = node;
      } else {
        places[d][node] = places[d][tree.parent(node)];
      }
    }
    nodes[d] = Arrays.copyOf(shown, many);
    parents[d] = new int[many];
    children[d] = new int[many][];
    for (int place = 0; place < many; place++) {
      int parent = tree.parent(nodes[d][place]);
      parents[d][place] = parent < 0 ? -1 : places[d][parent];
      children[d][place] =
          tree.depth(nodes[d][place]) == depth
              ? new int[0]
              : Arrays.stream(tree.children(nodes[d][place])).map(n -> places[d][n]).toArray();
    }
  }

  int size() {
    return figures.length;
  }

  /** Writes the nodes of a cell into a key over all variables. */
  void fill(int cell, int[] key) {
    for (int d = 0; d < nodes.length; d++) {
      key[variables[d]] = nodes[d][place(cell, d)];
    }
  }

  int place(int cell, int d) {
    return cell / strides[d] % nodes[d].length;
  }

  /** The cells of which a cell is the sum along a dimension; empty if nothing finer is shown. */
  int[] parts(int cell, int d) {
    int place = place(cell, d);
    int[] below = children[d][place];
    int[] parts = new int[below.length];
    for (int i = 0; i < below.length; i++) {
      parts[i] = cell + (below[i] - place) * strides[d];
    }
    return parts;
  }

  /** The cells that contain a cell, itself among them. */
  int[] above(int cell) {
    int[] all = {cell};
    for (int d = 0; d < nodes.length; d++) {
      int many = all.length;
      for (int place = place(cell, d); parents[d][place] >= 0; place = parents[d][place]) {
        int step = (parents[d][place] - place(cell, d)) * strides[d];
        int first = all.length;
        all = Arrays.copyOf(all, first + many);
        for (int i = 0; i < many; i++) {
          all[first + i] = all[i] + step;
        }
      }
    }
    return all;
  }

  /** Adds what stands in the finest cells up to all groups and totals. */
  void addUp(long[] values) {
    for (int d = 0; d < nodes.length; d++) {
      int length = nodes[d].length;
      int block = strides[d] * length;
      for (int start = 0; start < values.length; start += block) {
        for (int place = length - 1; place > 0; place--) {
          int from = start + place * strides[d];
          int to = start + parents[d][place] * strides[d];
          for (int i = 0; i < strides[d]; i++) {
            values[to + i] += values[from + i];
          }
        }
      }
    }
  }
}
