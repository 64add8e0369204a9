package org.passerelle.network.measure;

import java.util.List;

/**
 * A path through a graph.
 *
 * @param vertices from the first to the last
 * @param length sum of the lengths of its ties
 */
public record Path(List<Integer> vertices, double length) {
  /** Copies the list. */
  public Path {
    vertices = List.copyOf(vertices);
  }
}
