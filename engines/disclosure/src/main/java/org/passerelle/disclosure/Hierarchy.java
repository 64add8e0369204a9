package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of a variable as a tree: node 0 is the total, below it groups, below them the
 * categories that records carry. A category without group stands directly below the total.
 * Immutable; threads may share it.
 */
public final class Hierarchy {
  /** The most categories and groups of one variable; more is a register and no statistic. */
  public static final int MOST = 10_000;

  /** The node of the total. */
  public static final int TOTAL = 0;

  private final String[] codes;
  private final int[] parents;
  private final int[] depths;
  private final int[][] children;
  private final Map<String, Integer> nodes;

  private Hierarchy(Tree tree) {
    codes = tree.codes.toArray(String[]::new);
    parents = tree.parents.stream().mapToInt(Integer::intValue).toArray();
    nodes = Map.copyOf(tree.nodes);
    depths = new int[codes.length];
    int[] many = new int[codes.length];
    for (int n = 1; n < codes.length; n++) {
      depths[n] = depths[parents[n]] + 1;
      many[parents[n]]++;
    }
    children = new int[codes.length][];
    for (int n = 0; n < codes.length; n++) {
      children[n] = new int[many[n]];
    }
    for (int n = codes.length - 1; n > 0; n--) {
      children[parents[n]][--many[parents[n]]] = n;
    }
  }

  /**
   * Categories without groups.
   *
   * @param name of the variable, for messages
   */
  public static Hierarchy flat(String name, List<String> categories) {
    Tree tree = new Tree(name);
    categories.forEach(category -> tree.add(category, TOTAL));
    return tree.built();
  }

  /**
   * Groups of categories, groups of groups: a map's keys are groups, a list's elements categories.
   *
   * @param name of the variable, for messages
   * @throws BadRelease where a code stands twice, a group is empty or there are too many
   */
  public static Hierarchy of(String name, Object groups) {
    Tree tree = new Tree(name);
    tree.addAll(groups, TOTAL);
    return tree.built();
  }

  /** How many nodes there are, the total among them. */
  public int size() {
    return codes.length;
  }

  /** The code of a node; that of the total is {@code total}. */
  public String code(int node) {
    return codes[node];
  }

  /** The node of a code, or −1. */
  public int node(String code) {
    return nodes.getOrDefault(code, -1);
  }

  /** The node above; −1 above the total. */
  public int parent(int node) {
    return parents[node];
  }

  /** The nodes directly below, in the order declared; none below a category. */
  public int[] children(int node) {
    return children[node].clone();
  }

  /** Whether records may carry this node. */
  public boolean isCategory(int node) {
    return node != TOTAL && children[node].length == 0;
  }

  /** How far below the total: 0 for the total itself. */
  public int depth(int node) {
    return depths[node];
  }

  /** The greatest depth of any node. */
  public int depth() {
    return Arrays.stream(depths).max().orElse(0);
  }

  /** The categories that records may carry. */
  public List<String> categories() {
    List<String> found = new ArrayList<>();
    for (int n = 1; n < codes.length; n++) {
      if (children[n].length == 0) {
        found.add(codes[n]);
      }
    }
    return found;
  }

  /** Whether a node is another or stands above it. */
  boolean contains(int above, int node) {
    int at = node;
    while (depths[at] > depths[above]) {
      at = parents[at];
    }
    return at == above;
  }

  private static final class Tree {
    private final String name;
    private final List<String> codes = new ArrayList<>(List.of("total"));
    private final List<Integer> parents = new ArrayList<>(List.of(-1));
    private final Map<String, Integer> nodes = new HashMap<>(Map.of("total", TOTAL));

    Tree(String name) {
      this.name = name;
    }

    void addAll(Object groups, int parent) {
      if (groups instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          int group = add(String.valueOf(entry.getKey()), parent);
          if (entry.getValue() != null) {
            addAll(entry.getValue(), group);
          }
        }
      } else if (groups instanceof Iterable<?> list) {
        boolean none = true;
        for (Object one : list) {
          none = false;
          if (one instanceof Map<?, ?> || one instanceof Iterable<?>) {
            addAll(one, parent);
          } else {
            add(String.valueOf(one), parent);
          }
        }
        if (none) {
          throw new BadRelease(
              "variables.%s: the group %s is empty. Maybe leave it out."
                  .formatted(name, codes.get(parent)));
        }
      } else {
        add(String.valueOf(groups), parent);
      }
    }

    final int add(String code, int parent) {
      if (code.isBlank()) {
        throw new BadRelease(
            "variables.%s: a category has no code. Maybe name it, and give empty cells to unknown."
                .formatted(name));
      }
      if (codes.size() > MOST) {
        throw new BadRelease(
            "variables.%s has more than %d categories. Maybe group them in the data first."
                .formatted(name, MOST));
      }
      Integer before = nodes.putIfAbsent(code, codes.size());
      if (before != null) {
        throw new BadRelease(
            "variables.%s: the code %s stands twice. Maybe one of them is a group.%s"
                .formatted(name, code, before == TOTAL ? " The word total is taken." : ""));
      }
      codes.add(code);
      parents.add(parent);
      return codes.size() - 1;
    }

    final Hierarchy built() {
      if (codes.size() < 2) {
        throw new BadRelease(
            "variables.%s has no category. Maybe list them under categories.".formatted(name));
      }
      return new Hierarchy(this);
    }
  }
}
