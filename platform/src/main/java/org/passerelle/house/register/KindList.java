package org.passerelle.house.register;

import java.util.List;
import org.passerelle.register.Kind;

/**
 * The entries of a kind, as listed.
 *
 * @param columns labels of the columns after the name
 * @param behind whether only entries are listed whose translation is to be checked
 * @param total number of matches
 * @param pageNumber from 1
 * @param mayEdit whether the reader may add an entry
 */
public record KindList(
    Kind kind,
    String query,
    boolean behind,
    List<String> columns,
    List<Line> lines,
    int total,
    int pageNumber,
    int pages,
    boolean mayEdit) {
  /** Rows per page. */
  static final int LINES = 50;

  public KindList {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** A row of the list. */
  public record Line(String name, String href, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
