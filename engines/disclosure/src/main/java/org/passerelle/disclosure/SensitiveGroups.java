package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups of which a table shows a sensitive category: if everybody in one shares it, whoever knows
 * a member learns it of them, however many they are (attribute disclosure).
 *
 * <p>Source: Hundepool et al., <i>Statistical Disclosure Control</i> (2012), section 5.2.1, on
 * group disclosure; Machanavajjhala and others, <i>l-diversity</i> (2007).
 */
final class SensitiveGroups {
  private SensitiveGroups() {}

  /**
   * A group with a sensitive category of its members.
   *
   * @param group figure of the group
   * @param category figure of its members in the category
   * @param others figures of its members in the other categories
   */
  record Group(int group, int category, int[] others) {}

  /** The groups of all tables; O(cells × dimensions). */
  static List<Group> of(Layout layout) {
    List<Group> groups = new ArrayList<>();
    Set<Long> known = new HashSet<>();
    Release release = layout.release();
    for (int t = 0; t < release.tables().size(); t++) {
      Grid grid = layout.grid(t);
      for (int d = 0; d < grid.variables.length; d++) {
        Variable variable = release.variables().get(grid.variables[d]);
        if (variable.sensitive().isEmpty()) {
          continue;
        }
        for (int cell = 0; cell < grid.size(); cell++) {
          int[] parts = grid.parts(cell, d);
          for (int part : parts) {
            int node = grid.nodes[d][grid.place(part, d)];
            if (variable.isSensitive(variable.tree().code(node))
                && known.add(
                    (long) grid.figures[part] * release.variables().size() + grid.variables[d])) {
              groups.add(group(grid, cell, part, parts));
            }
          }
        }
      }
    }
    return groups;
  }

  private static Group group(Grid grid, int cell, int part, int[] parts) {
    int[] others = new int[parts.length - 1];
    int many = 0;
    for (int one : parts) {
      if (one != part) {
        others[many++] = grid.figures[one];
      }
    }
    return new Group(grid.figures[cell], grid.figures[part], others);
  }

  /** Those whose members all share the category. */
  static List<Group> alike(Figures figures) {
    return of(figures.layout()).stream()
        .filter(
            one -> {
              boolean nobody = figures.isOccupied(one.category);
              for (int other : one.others) {
                nobody &= !figures.isOccupied(other);
              }
              return nobody;
            })
        .toList();
  }
}
