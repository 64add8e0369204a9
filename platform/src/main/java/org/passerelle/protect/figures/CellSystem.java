package org.passerelle.protect.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts that sum up to each other in any number of tables, some shown and some not. What anybody
 * can work out of them is looked for in three ways, the quick ones first: the least and the most of
 * each (the lines of {@link SmallCells}, run until nothing changes), what several lines tell
 * together exactly (Gauss), and the least and the most that all lines allow together (a linear
 * programme). For one judgement.
 */
final class CellSystem {
  private static final long MUCH = 1_000_000_000L;

  /** Bounds may creep by one for each round; wider ones are true as well. */
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

    /** Says which counts may be hidden for this one, and whether it may be itself. */
    void beside(List<Node> others, boolean itself) {
      beside = others;
      hideable = itself;
    }

    /** Whether anybody reads it: it is shown, or left of two that are. */
    boolean known() {
      return shown || (whole != null && own != null && own.shown && whole.shown);
    }

    /** The least that a hidden one can be. */
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
   * Enters a count.
   *
   * @param told whether it is told that the count is hidden, and so not zero
   */
  Node node(long count, boolean shown, boolean told) {
    Node node = new Node(count, shown, told || shown);
    nodes.add(node);
    return node;
  }

  /** The last is the sum of the others. */
  void sum(List<Node> line) {
    sums.add(List.copyOf(line));
  }

  /** Enters what is left of a count of another table: nobody shows it. */
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
   * Hides counts that may be hidden until each small one keeps all its values.
   *
   * @return whether that is possible
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

  /** The count itself, else the smallest beside it, else the smallest of all. */
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

  /** Least and most of each count, as anybody can work them out line by line. */
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

  /** Lines of the tables that are shown, without what follows from them. */
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

  /** What a count is made of that is not shown: itself, or of a rest the whole and what is left. */
  private static List<Node> parts(Node node) {
    Node whole = node.whole;
    Node own = node.own;
    return whole == null || own == null
        ? List.of(node)
        : Stream.of(whole, own).filter(part -> !part.shown).toList();
  }
}
