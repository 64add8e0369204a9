package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One category per row and variable, without any other data of persons; each row is a person unless
 * the declaration says how persons are told apart. Immutable by convention: the arrays belong to
 * the engine.
 */
public final class Records {
  private final Release release;
  private final int[][] nodes;
  private final int size;
  private final @Nullable Rows rows;

  /**
   * Rows of which several may be of one person.
   *
   * @param persons number of the person of each row; ascending
   * @param amounts amount of each row; ones if rows are counted
   * @param leftOut number of rows that were left out because a person had more than are counted
   */
  record Rows(int[] persons, long[] amounts, int leftOut) {}

  Records(Release release, int[][] nodes, int size, @Nullable Rows rows) {
    this.release = release;
    this.nodes = nodes;
    this.size = size;
    this.rows = rows;
  }

  /**
   * Records from memory.
   *
   * @param rows a code per variable of the release, in its order; bands as codes
   * @throws BadRelease if a code is not a category
   */
  public static Records of(Release release, List<List<String>> rows) {
    return new Records(release, nodes(release, rows), rows.size(), null);
  }

  /**
   * Records from memory, several of which may be of one person.
   *
   * @param persons an identifier for each row
   * @param amounts an amount for each row, from 0; ones if the release counts
   * @throws BadRelease if a code is not a category, or the amounts are too large
   */
  public static Records of(
      Release release, List<List<String>> rows, List<String> persons, List<Long> amounts) {
    Map<String, Integer> known = new HashMap<>();
    int[] numbers =
        persons.stream().mapToInt(one -> known.computeIfAbsent(one, p -> known.size())).toArray();
    long[] each = amounts.stream().mapToLong(Long::longValue).toArray();
    return of(release, nodes(release, rows), rows.size(), numbers, each);
  }

  static Records of(Release release, int[][] nodes, int size, int[] persons, long[] amounts) {
    if (Arrays.stream(amounts, 0, size).sum() >= Words.ANY) {
      throw new BadRelease(
          "The amounts add up to more than %d. Maybe give them in thousands.".formatted(Words.ANY));
    }
    return new Persons(release, nodes, size, persons, amounts).records();
  }

  private static int[][] nodes(Release release, List<List<String>> rows) {
    int[][] nodes = new int[release.variables().size()][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int v = 0; v < nodes.length; v++) {
        Variable variable = release.variables().get(v);
        String code = rows.get(r).get(v);
        int node = variable.tree().node(code);
        if (node < 1 || !variable.tree().isCategory(node)) {
          throw new BadRelease(
              "Record %d: %s is not a category of %s.".formatted(r + 1, code, variable.name()));
        }
        nodes[v][r] = node;
      }
    }
    return nodes;
  }

  /** The same records for other tables of the same variables. */
  public Records with(Release other) {
    return new Records(other, nodes, size, rows);
  }

  /** The declaration, with its variables' categories known. */
  public Release release() {
    return release;
  }

  /** Number of rows that count. */
  public int size() {
    return size;
  }

  /** Number of rows that do not count, because their person has more than are counted. */
  public int leftOut() {
    return rows == null ? 0 : rows.leftOut;
  }

  /** Whether some person has more than one row. */
  public boolean hasSeveralOfOnePerson() {
    for (int r = 1; r < size && rows != null; r++) {
      if (rows.persons[r] == rows.persons[r - 1]) {
        return true;
      }
    }
    return false;
  }

  /** The node of a record's category. */
  public int node(int variable, int record) {
    return nodes[variable][record];
  }

  public int[] nodes(int variable) {
    return nodes[variable];
  }

  /** What tells persons apart and what is added up; null if each row is a person who is counted. */
  @Nullable Rows rows() {
    return rows;
  }

  /** What a row adds to its cells. */
  long weight(int record) {
    return rows == null ? 1 : rows.amounts[record];
  }

  /**
   * Brings the rows of one person together: rows with the same categories are one, and of the
   * others only as many are counted as the declaration allows, the first in the order of their
   * categories, so that the order of the data does not matter.
   */
  private static final class Persons {
    private final Release release;
    private final int[][] nodes;
    private final int size;
    private final int[] persons;
    private final long[] amounts;
    private int leftOut;

    /**
     * Rows of several persons.
     *
     * @param persons number of the person of each row, from 0
     * @param amounts amount of each row; ones if rows are counted
     */
    Persons(Release release, int[][] nodes, int size, int[] persons, long[] amounts) {
      this.release = release;
      this.nodes = nodes;
      this.size = size;
      this.persons = persons;
      this.amounts = amounts;
    }

    /** The rows that count; O(rows × variables + rows × log rows). */
    Records records() {
      List<Integer> order = new ArrayList<>();
      for (int row = 0; row < size; row++) {
        order.add(row);
      }
      order.sort(
          (a, b) ->
              persons[a] != persons[b] ? Integer.compare(persons[a], persons[b]) : compare(a, b));
      int[][] kept = new int[nodes.length][size];
      int[] who = new int[size];
      long[] sums = new long[size];
      int many = 0;
      int ofPerson = 0;
      for (int i = 0; i < size; i++) {
        int row = order.get(i);
        boolean same = i > 0 && persons[row] == persons[order.get(i - 1)];
        if (same && compare(row, order.get(i - 1)) == 0) {
          // the row before may have been left out, and this one with it
          boolean counted = ofPerson <= release.counting().rows();
          sums[many - 1] += counted && release.counting().isAmount() ? amounts[row] : 0;
          leftOut += counted ? 0 : 1;
          continue;
        }
        ofPerson = same ? ofPerson + 1 : 1;
        if (ofPerson > release.counting().rows()) {
          leftOut++;
          continue;
        }
        for (int v = 0; v < nodes.length; v++) {
          kept[v][many] = nodes[v][row];
        }
        who[many] = persons[row];
        sums[many++] = amounts[row];
      }
      return new Records(release, kept, many, new Rows(who, Arrays.copyOf(sums, many), leftOut));
    }

    private int compare(int a, int b) {
      for (int[] node : nodes) {
        if (node[a] != node[b]) {
          return Integer.compare(node[a], node[b]);
        }
      }
      return 0;
    }
  }
}
