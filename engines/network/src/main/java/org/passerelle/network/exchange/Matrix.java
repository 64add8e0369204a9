package org.passerelle.network.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;
import org.passerelle.network.Tie;
import org.passerelle.network.TwoMode;
import org.passerelle.network.Wording;

/**
 * A table whose first row and column name actors and whose cells are ties: between the same actors
 * if both sides have the same names, otherwise between persons and what they share.
 */
final class Matrix {
  private static final int LEAST_WIDTH = 4;
  private final Rows rows;
  private final String[] columns;
  private final boolean square;
  private int filled;
  private boolean many;

  Matrix(Rows rows) {
    this.rows = rows;
    String[] header = rows.row(0);
    columns = Arrays.copyOfRange(header, 1, header.length);
    square = rows.size() - 1 == columns.length && sameNames();
    for (int r = 1; r < rows.size(); r++) {
      check(r);
    }
    checkFilled();
  }

  /** Whether a table is a matrix: every cell outside the first row and column is a number. */
  static boolean is(Rows rows) {
    String[] header = rows.row(0);
    if (rows.size() < 3 || header.length < LEAST_WIDTH) {
      return false;
    }
    boolean corner = header[0].isEmpty();
    boolean labelled = false;
    for (int c = 1; c < header.length; c++) {
      labelled |= Double.isNaN(Rows.number(header[c]));
    }
    boolean alike = rows.size() == header.length;
    for (int r = 1; r < rows.size(); r++) {
      String[] row = rows.row(r);
      if (row.length != header.length) {
        return false;
      }
      alike = alike && row[0].equals(header[r]);
      for (int c = 1; c < row.length; c++) {
        if (!row[c].isEmpty() && Double.isNaN(Rows.number(row[c]))) {
          return false;
        }
      }
    }
    return alike || (corner && labelled);
  }

  private boolean sameNames() {
    for (int r = 1; r < rows.size(); r++) {
      if (!rows.row(r)[0].equals(columns[r - 1])) {
        return false;
      }
    }
    return true;
  }

  private void check(int r) {
    String[] row = rows.row(r);
    if (row[0].isEmpty()) {
      throw new BadNetwork(Wording.ROW_NAMELESS, rows.where(r));
    }
    for (int c = 1; !square && c < row.length; c++) {
      double value = cell(r, c);
      if (value != Math.rint(value) || value < 0) {
        throw new BadNetwork(Wording.FIGURE, rows.where(r), row[0], columns[c - 1], row[c]);
      }
      filled += value == 0 ? 0 : 1;
      many |= value > 1;
    }
  }

  /** A table of ages or numbers of arrests is full; a matrix of meetings is sparse. */
  private void checkFilled() {
    int cells = (rows.size() - 1) * columns.length;
    if (many && 2 * filled > cells) {
      throw new BadNetwork(Wording.FIGURES, Place.in(rows.name()), filled, cells);
    }
  }

  private double cell(int r, int c) {
    String text = rows.row(r)[c];
    return text.isEmpty() ? 0 : Rows.number(text);
  }

  Sentence notice(boolean twoMode) {
    if (square) {
      return Sentence.of(Wording.MATRIX_OF_TIES, rows.name(), columns.length);
    }
    return Sentence.of(
        twoMode ? Wording.BOTH_SIDES_KEPT : Wording.SHARERS_TIED,
        rows.name(),
        rows.size() - 1,
        columns.length);
  }

  CaseNetwork network(boolean directed, boolean twoMode) {
    if (square) {
      return square(directed);
    }
    CaseNetwork both = twoSided();
    return twoMode ? both : TwoMode.projected(both, actor -> actor.kind() == ActorKind.PERSON);
  }

  private CaseNetwork square(boolean directed) {
    List<Actor> actors = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    for (String name : columns) {
      actors.add(Actor.named(name));
    }
    for (int r = 1; r < rows.size(); r++) {
      for (int c = 1; c <= columns.length; c++) {
        double value = cell(r, c);
        boolean twice = !directed && c < r && cell(c, r) == value;
        if (value != 0 && !twice) {
          ties.add(tie(ties.size() + 1, columns[r - 1], columns[c - 1], value, directed));
        }
      }
    }
    return new CaseNetwork(actors, ties);
  }

  private CaseNetwork twoSided() {
    List<Actor> actors = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int r = 1; r < rows.size(); r++) {
      names.add(rows.row(r)[0]);
      actors.add(actor(rows.row(r)[0], ActorKind.PERSON));
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = names.add(columns[c]) ? columns[c] : columns[c] + " (column " + (c + 2) + ")";
      actors.add(actor(columns[c], ActorKind.EVENT));
    }
    for (int r = 1; r < rows.size(); r++) {
      for (int c = 1; c <= columns.length; c++) {
        if (cell(r, c) != 0) {
          ties.add(tie(ties.size() + 1, rows.row(r)[0], columns[c - 1], cell(r, c), false));
        }
      }
    }
    return new CaseNetwork(actors, ties);
  }

  private static Actor actor(String name, ActorKind kind) {
    return new Actor(name, kind, name, false, Map.of());
  }

  private static Tie tie(int number, String from, String to, double weight, boolean directed) {
    return new Tie(
        Integer.toString(number),
        from,
        to,
        "",
        weight,
        directed,
        Period.UNKNOWN,
        "",
        null,
        true,
        Map.of());
  }
}
