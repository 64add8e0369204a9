package org.passerelle.network.measure;

import java.util.List;

/**
 * A way through a graph.
 *
 * @param vertices from the first to the last
 * @param length sum of its ties' lengths
 */
public record Path(List<Integer> vertices, double length) {
  /** Keeps a copy. */
  public Path {
    vertices = List.copyOf(vertices);
  }
}
