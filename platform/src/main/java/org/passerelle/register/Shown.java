package org.passerelle.register;

import java.util.List;

/**
 * A field of an entry in the reader's language.
 *
 * @param label label of the field
 * @param parts parts of the value
 * @param table its rows, if it has some
 * @param stale whether the text in the reader's language is older than in another one
 */
public record Shown(String label, List<Part> parts, List<Row> table, boolean stale) {
  public Shown {
    parts = List.copyOf(parts);
    table = List.copyOf(table);
  }

  /**
   * A part of a value.
   *
   * @param href its link, or empty
   */
  public record Part(String text, String href) {}

  /** A row of a field with rows. */
  public record Row(List<Shown> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** The value in one line. */
  public String line() {
    return String.join(", ", parts.stream().map(Part::text).toList());
  }

  /** The whole content as text, for comparing revisions. */
  public String whole() {
    if (table.isEmpty()) {
      return String.join("\n", parts.stream().map(Part::text).toList());
    }
    return String.join(
        "\n",
        table.stream()
            .map(
                row ->
                    String.join(
                        "; ", row.cells().stream().map(c -> c.label() + ": " + c.line()).toList()))
            .toList());
  }
}
