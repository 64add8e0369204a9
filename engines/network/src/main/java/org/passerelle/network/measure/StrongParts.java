package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;

/** Tarjan's search for strongly connected components with an explicit stack. */
final class StrongParts {
  private final Graph graph;
  private final int[] number;
  private final int[] low;
  private final int[] part;
  private final int[] next;
  private final int[] open;
  private final int[] path;
  private int opened;
  private int numbered;
  private int parts;

  StrongParts(Graph graph) {
    this.graph = graph;
    int n = graph.size();
    number = new int[n];
    low = new int[n];
    part = new int[n];
    next = new int[n];
    open = new int[n];
    path = new int[n];
    Arrays.fill(number, -1);
    Arrays.fill(part, -1);
  }

  Components find() {
    for (int v = 0; v < graph.size(); v++) {
      if (number[v] < 0) {
        search(v);
      }
    }
    return Components.ordered(part, parts);
  }

  private void search(int root) {
    int depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      int v = path[depth];
      if (next[v] < graph.end(v)) {
        int w = graph.neighbour(next[v]++);
        if (number[w] < 0) {
          enter(w);
          path[++depth] = w;
        } else if (part[w] < 0) {
          low[v] = Math.min(low[v], number[w]);
        }
      } else {
        depth--;
        leave(v);
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[v]);
        }
      }
    }
  }

  private void enter(int v) {
    number[v] = numbered;
    low[v] = numbered++;
    next[v] = graph.begin(v);
    open[opened++] = v;
  }

  private void leave(int v) {
    if (low[v] == number[v]) {
      int w;
      do {
        w = open[--opened];
        part[w] = parts;
      } while (w != v);
      parts++;
    }
  }
}
