package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Persons who are alone in cells; each cell has at most one such person. */
public final class Insiders {
  private final List<int[]> cells;
  private final int[] who;

  /**
   * Persons with their cells.
   *
   * @param size number of cells
   * @param cells for each person the cells they are alone in, ascending
   */
  public Insiders(int size, List<int[]> cells) {
    this.cells = List.copyOf(cells);
    who = new int[size];
    Arrays.fill(who, -1);
    for (int person = 0; person < cells.size(); person++) {
      for (int cell : cells.get(person)) {
        who[cell] = person;
      }
    }
  }

  /** Number of persons. */
  public int size() {
    return cells.size();
  }

  int[] cells(int person) {
    return cells.get(person);
  }

  /** Persons whose cells are touched by a deviation, except the one in the given cell. */
  List<int[]> touchedBy(Iterable<Deviation> deviations, int cell) {
    TreeSet<Integer> persons = new TreeSet<>();
    for (Deviation deviation : deviations) {
      for (int one : deviation.cells()) {
        if (who[one] >= 0 && who[one] != who[cell]) {
          persons.add(who[one]);
        }
      }
    }
    List<int[]> touched = new ArrayList<>();
    persons.forEach(person -> touched.add(cells.get(person)));
    return touched;
  }
}
