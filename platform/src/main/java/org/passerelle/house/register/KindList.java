package org.passerelle.house.register;

import java.util.List;
import org.passerelle.register.Kind;

/**
 * The entries of a kind, as the list shows them.
 *
 * @param columns labels beside the name
 * @param total how many match
 * @param pageNumber from 1
 * @param mayEdit whether the reader may enter another one
 */
public record KindList(
    Kind kind,
    String query,
    List<String> columns,
    List<Line> lines,
    int total,
    int pageNumber,
    int pages,
    boolean mayEdit) {
  /** Lines of a page. */
  static final int LINES = 50;

  public KindList {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** An entry in the list. */
  public record Line(String name, String href, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
