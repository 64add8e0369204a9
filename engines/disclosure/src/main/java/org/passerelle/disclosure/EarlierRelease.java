package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A release already published, and the correspondence of its figures with a new one. Figures
 * correspond if they count the same categories of the same variables; variables are matched by
 * name, categories by code.
 *
 * @param published its figures
 * @param relation relation of its persons to those of the new release
 */
public record EarlierRelease(Published published, Release.Relation relation) {

  /** Whether figures can be subtracted. */
  boolean isLinked() {
    return relation != Release.Relation.APART;
  }

  /**
   * For each of its figures the figure of a new release that counts the same categories, or −1.
   *
   * @throws BadRelease if a group of the same name contains other categories
   */
  int[] met(Layout layout) {
    Release old = published.layout().release();
    boolean amounts = layout.release().counting().isAmount();
    if (amounts != old.counting().isAmount() || (amounts && relation != Release.Relation.SAME)) {
      throw new BadRelease(
          "previous.%s is %s: amounts can be compared with amounts of the same records only. Maybe declare previous.%s: same, or apart."
              .formatted(old.id(), relation.name().toLowerCase(Locale.ROOT), old.id()));
    }
    List<Variable> now = layout.release().variables();
    int[][] nodes = new int[old.variables().size()][];
    int[] places = new int[old.variables().size()];
    for (int v = 0; v < places.length; v++) {
      places[v] = place(old.variables().get(v).name(), now);
      nodes[v] = places[v] < 0 ? new int[0] : nodes(old, v, now.get(places[v]));
    }
    int[] met = new int[published.layout().size()];
    for (int figure = 0; figure < met.length; figure++) {
      int[] key = new int[now.size()];
      boolean fits = true;
      for (int v = 0; v < places.length; v++) {
        int node = published.layout().node(figure, v);
        if (node != Hierarchy.TOTAL) {
          fits &= places[v] >= 0 && nodes[v][node] > 0;
          if (fits) {
            key[places[v]] = nodes[v][node];
          }
        }
      }
      met[figure] = fits ? layout.figure(key) : -1;
    }
    return met;
  }

  private static int place(String name, List<Variable> variables) {
    for (int v = 0; v < variables.size(); v++) {
      if (variables.get(v).name().equals(name)) {
        return v;
      }
    }
    return -1;
  }

  private int[] nodes(Release old, int v, Variable now) {
    Hierarchy before = old.variables().get(v).tree();
    Hierarchy tree = now.tree();
    int[] nodes = new int[before.size()];
    for (int node = 1; node < before.size(); node++) {
      int same = tree.node(before.code(node));
      nodes[node] = same;
      if (same > 0 && !leaves(before, node).equals(leaves(tree, same))) {
        throw new BadRelease(
            "The earlier release %s is not compatible: in it %s contains other categories than here (variables.%s). Maybe rename the group, or declare previous.%s: apart."
                .formatted(old.id(), before.code(node), now.name(), old.id()));
      }
    }
    return nodes;
  }

  private static List<String> leaves(Hierarchy tree, int node) {
    TreeSet<String> leaves = new TreeSet<>();
    List<Integer> open = new ArrayList<>(List.of(node));
    while (!open.isEmpty()) {
      int one = open.remove(open.size() - 1);
      if (tree.isCategory(one)) {
        leaves.add(tree.code(one));
      }
      Arrays.stream(tree.children(one)).forEach(open::add);
    }
    return List.copyOf(leaves);
  }
}
