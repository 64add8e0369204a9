package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system of counts that add up in any number of tables, some of them hidden. Finds what can be
 * derived from the shown ones in three ways, fastest first: bounds of each count from single lines
 * (as in {@link SmallCells}, iterated to a fixed point), exact values from several lines (Gaussian
 * elimination), and bounds from all lines together (linear programming). For a single protection
 * run.
 */
final class CellSystem {
  private static final long MUCH = 1_000_000_000L;

  /** Bounds may improve by only one per round; wider bounds are valid as well. */
  private static final int MOST_ROUNDS = 1_000;

  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Node>> sums = new ArrayList<>();

  /** A count. */
  static final class Node {
    private final long count;
    private final boolean told;
    private final long[] bound = new long[2];
    private @Nullable Node own;
    private @Nullable Node whole;
    private List<Node> beside = List.of();
    private boolean shown;
    private boolean hideable;

    private Node(long count, boolean shown, boolean told) {
      this.count = count;
      this.shown = shown;
      this.told = told;
    }

    boolean shown() {
      return shown;
    }

    long count() {
      return count;
    }

    private boolean rest() {
      return whole != null;
    }

    /** Sets which counts may be hidden to protect this one, and whether it may be hidden itself. */
    void beside(List<Node> others, boolean itself) {
      beside = others;
      hideable = itself;
    }

    /** Whether its value is known: it is shown, or the difference of two that are. */
    boolean known() {
      return shown || (whole != null && own != null && own.shown && whole.shown);
    }

    /** Lower bound of a hidden count. */
    long least() {
      return told ? 1 : 0;
    }

    private void reset() {
      bound[0] = shown ? count : least();
      bound[1] = shown ? count : MUCH;
    }

    private boolean narrowed() {
      return isProtected() && (bound[0] > 1 || bound[1] < SmallCells.THRESHOLD - 1);
    }

    private boolean isProtected() {
      return !shown && SmallCells.isSmall(count);
    }

    private boolean canBeHidden() {
      return hideable && shown && count > 0;
    }
  }

  /**
   * Adds a count.
   *
   * @param told whether it is published that the count is hidden, and so not zero
   */
  Node node(long count, boolean shown, boolean told) {
    Node node = new Node(count, shown, told || shown);
    nodes.add(node);
    return node;
  }

  /** Adds an equation: the last node is the sum of the others. */
  void sum(List<Node> line) {
    sums.add(List.copyOf(line));
  }

  /** Adds the difference between a count and that of another table, which is never shown. */
  Node rest(Node own, Node whole) {
    Node rest = node(whole.count - own.count, false, false);
    rest.own = own;
    rest.whole = whole;
    if (whole.own == null) {
      whole.own = own;
    }
    sum(List.of(own, rest, whole));
    return rest;
  }

  /**
   * Hides permitted counts until every small one can take all its values.
   *
   * @return whether that was possible
   */
  boolean hideUntilNothingIsGivenBack() {
    List<Node> given = givenBack();
    while (!given.isEmpty()) {
      boolean hidden = false;
      for (Node one : given) {
        Optional<Node> next = toHide(one);
        next.ifPresent(node -> node.shown = false);
        hidden |= next.isPresent();
      }
      if (!hidden) {
        return false;
      }
      given = givenBack();
    }
    return true;
  }

  private List<Node> givenBack() {
    bounds();
    List<Node> narrowed = nodes.stream().filter(Node::narrowed).toList();
    if (!narrowed.isEmpty()) {
      return narrowed;
    }
    List<Node> small = nodes.stream().filter(Node::isProtected).toList();
    SolvedLines solved = solved();
    List<Node> exact =
        small.stream()
            .filter(node -> solved.determines(parts(node), parts(node).size() == 2))
            .toList();
    return exact.isEmpty() ? new LinearBounds(nodes, sums).narrowed(small) : exact;
  }

  /** The count itself, otherwise the smallest in its line, otherwise the smallest of all. */
  private Optional<Node> toHide(Node given) {
    Node own = given.own == null ? given : given.own;
    if (own.canBeHidden()) {
      return Optional.of(own);
    }
    return smallest(own.beside.stream()).or(() -> smallest(nodes.stream()));
  }

  private static Optional<Node> smallest(Stream<Node> among) {
    return among.filter(Node::canBeHidden).min(Comparator.comparingLong(Node::count));
  }

  /** Computes bounds of each count from single lines. */
  private void bounds() {
    nodes.forEach(Node::reset);
    List<long[][]> lines =
        sums.stream()
            .map(line -> line.stream().map(node -> node.bound).toArray(long[][]::new))
            .toList();
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (long[][] line : lines) {
        changed |= SmallCells.narrow(line);
      }
    }
  }

  /** Equations of the shown tables, without redundant ones. */
  private SolvedLines solved() {
    Predicate<Node> unknown = node -> !node.shown && !node.rest();
    List<Node> unknowns = nodes.stream().filter(unknown).toList();
    SolvedLines solved = new SolvedLines(unknowns);
    for (List<Node> line : sums) {
      if (line.stream().noneMatch(Node::rest)) {
        solved.add(line);
      }
    }
    return solved;
  }

  /** The hidden quantities of a node: itself, or for a difference the minuend and the rest. */
  private static List<Node> parts(Node node) {
    Node whole = node.whole;
    Node own = node.own;
    return whole == null || own == null
        ? List.of(node)
        : Stream.of(whole, own).filter(part -> !part.shown).toList();
  }
}
