package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of a variable as a tree: node 0 is the total, below it are groups, below them the
 * categories of records. A category without group is directly below the total. Immutable; safe for
 * concurrent use.
 */
public final class Hierarchy {
  /**
   * Maximum number of categories and groups of a variable; more would be a register rather than a
   * statistic.
   */
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
   * @param name name of the variable, for messages
   */
  public static Hierarchy flat(String name, List<String> categories) {
    Tree tree = new Tree(name);
    categories.forEach(category -> tree.add(category, TOTAL));
    return tree.built();
  }

  /**
   * Nested groups: a map's keys are groups, a list's elements categories.
   *
   * @param name name of the variable, for messages
   * @throws BadRelease if a code is repeated, a group is empty or there are too many
   */
  public static Hierarchy of(String name, Object groups) {
    Tree tree = new Tree(name);
    tree.addAll(groups, TOTAL);
    return tree.built();
  }

  /** Number of nodes, including the total. */
  public int size() {
    return codes.length;
  }

  /** The code of a node; {@code total} for the total. */
  public String code(int node) {
    return codes[node];
  }

  /** The node of a code, or −1. */
  public int node(String code) {
    return nodes.getOrDefault(code, -1);
  }

  /** The parent node; −1 for the total. */
  public int parent(int node) {
    return parents[node];
  }

  /** The children in declared order; empty for a category. */
  public int[] children(int node) {
    return children[node].clone();
  }

  /** Whether records can have this node. */
  public boolean isCategory(int node) {
    return node != TOTAL && children[node].length == 0;
  }

  /** Distance from the total, whose depth is 0. */
  public int depth(int node) {
    return depths[node];
  }

  /** The maximum depth. */
  public int depth() {
    return Arrays.stream(depths).max().orElse(0);
  }

  /** The categories that records can have. */
  public List<String> categories() {
    List<String> found = new ArrayList<>();
    for (int n = 1; n < codes.length; n++) {
      if (children[n].length == 0) {
        found.add(codes[n]);
      }
    }
    return found;
  }

  /** Whether a node equals or is a descendant of another. */
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
              "variables.%s: the group %s is empty. Maybe remove it."
                  .formatted(name, codes.get(parent)));
        }
      } else {
        add(String.valueOf(groups), parent);
      }
    }

    final int add(String code, int parent) {
      if (code.isBlank()) {
        throw new BadRelease(
            "variables.%s: a category has no code. Maybe give it one, and map empty cells to unknown."
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
            "variables.%s: the code %s appears twice. Maybe one of them is a group.%s"
                .formatted(name, code, before == TOTAL ? " The word total is reserved." : ""));
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
