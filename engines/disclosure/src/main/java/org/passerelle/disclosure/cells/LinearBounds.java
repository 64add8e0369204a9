package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.passerelle.disclosure.cells.CellSystem.Node;

/**
 * Bounds of hidden counts that can be derived from all sums together by linear programming, as an
 * attacker would do. Each solution is a feasible table that may show for many counts at once that
 * they reach their bounds; only the remaining ones are optimised individually. For a single
 * protection run.
 */
final class LinearBounds {
  /**
   * Maximum number of unknowns, which takes some seconds; in larger systems nothing counts as safe.
   */
  private static final int MOST_UNKNOWN = 500;

  private static final double NEARLY = 1e-6;
  private static final double LEAST = 1;
  private static final double MOST = SmallCells.THRESHOLD - 1;

  private final List<Node> nodes;
  private final List<List<Node>> sums;
  private final IdentityHashMap<Node, double[]> reached = new IdentityHashMap<>();

  LinearBounds(List<Node> nodes, List<List<Node>> sums) {
    this.nodes = nodes;
    this.sums = sums;
  }

  /**
   * Small counts that cannot take every value of a small count.
   *
   * @param small hidden counts
   */
  List<Node> narrowed(List<Node> small) {
    if (nodes.stream().filter(node -> !node.known()).count() > MOST_UNKNOWN) {
      return small;
    }
    small.forEach(node -> reached.put(node, new double[] {node.count(), node.count()}));
    solve(small, true);
    solve(small, false);
    List<Node> narrowed = new ArrayList<>();
    for (Node node : small) {
      if (!most(node)) {
        solve(List.of(node), true);
      }
      if (!least(node)) {
        solve(List.of(node), false);
      }
      if (!most(node) || !least(node)) {
        narrowed.add(node);
      }
    }
    return narrowed;
  }

  private boolean least(Node node) {
    return of(node)[0] <= LEAST + NEARLY;
  }

  private boolean most(Node node) {
    return of(node)[1] >= MOST - NEARLY;
  }

  private double[] of(Node node) {
    double[] values = reached.get(node);
    return values == null ? new double[] {node.count(), node.count()} : values;
  }

  /** Maximises or minimises counts together, within the range of small counts. */
  private void solve(List<Node> wanted, boolean up) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    IdentityHashMap<Node, Variable> unknown = new IdentityHashMap<>();
    for (Node node : nodes) {
      if (!node.known()) {
        unknown.put(node, model.newVariable("n" + unknown.size()).lower(node.least()));
      }
    }
    int lines = 0;
    for (List<Node> line : sums) {
      Expression sum = model.newExpression("s" + lines++);
      long known = 0;
      for (int i = 0; i < line.size(); i++) {
        int sign = i == line.size() - 1 ? -1 : 1;
        Variable variable = unknown.get(line.get(i));
        if (variable == null) {
          known -= sign * line.get(i).count();
        } else {
          sum.set(variable, sign);
        }
      }
      sum.level(known);
    }
    for (Node node : wanted) {
      Variable variable = unknown.get(node);
      if (variable != null) {
        int sign = up ? 1 : -1;
        Variable towards =
            model.newVariable("t" + lines).lower(up ? 0 : -1e9).upper(up ? MOST : -LEAST).weight(1);
        model.newExpression("w" + lines++).set(towards, 1).set(variable, -sign).upper(0);
      }
    }
    Optimisation.Result result = model.maximise();
    if (!result.getState().isFeasible()) {
      return;
    }
    reached.forEach(
        (node, values) -> {
          Variable variable = unknown.get(node);
          if (variable != null) {
            double value = result.doubleValue(model.indexOf(variable));
            values[0] = Math.min(values[0], value);
            values[1] = Math.max(values[1], value);
          }
        });
  }
}
