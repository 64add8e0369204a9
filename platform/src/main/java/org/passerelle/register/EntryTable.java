package org.passerelle.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.refusal.Refused;
import org.passerelle.table.Rows;
import org.passerelle.table.TableReader;

/**
 * A table of entries as it was sent: its first row names the columns, each other row is an entry.
 * Nothing in it is checked but its shape. Immutable.
 *
 * @param headings as written
 * @param columns ids of the columns ({@link TableColumn})
 */
public record EntryTable(List<String> headings, List<String> columns, List<Line> lines) {
  /** Most rows of a table. */
  public static final int MOST_ROWS = 2_000;

  /** Column of the name in addresses. */
  public static final String ID = "_id";

  public EntryTable {
    headings = List.copyOf(headings);
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * A row.
   *
   * @param number its line in the text, or its row in the workbook, from 1
   */
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads a workbook or text.
   *
   * @throws Refused with a remedy, if it is no table of this kind
   */
  public static EntryTable read(Kind kind, InputStream file) throws IOException {
    BufferedInputStream in = TableReader.open(file);
    Reading reading = new Reading(kind);
    TableReader.read(in, TableReader.beginning(in), reading);
    if (reading.lines.isEmpty()) {
      throw new Refused("register.rows.refused.none");
    }
    return new EntryTable(reading.headings, reading.columns, reading.lines);
  }

  private static final class Reading implements Rows {
    private final List<TableColumn> known;
    private final List<String> headings = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Reading(Kind kind) {
      known = TableColumn.all(kind);
    }

    @Override
    public int width() {
      return headings.size();
    }

    @Override
    public void take(List<String> cells, int line) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (headings.isEmpty()) {
        name(trimmed(cells));
      } else if (lines.size() == MOST_ROWS) {
        throw new Refused("register.rows.refused.many", MOST_ROWS);
      } else {
        lines.add(new Line(line, cells));
      }
    }

    private void name(List<String> cells) {
      Set<String> named = new HashSet<>();
      for (String heading : cells) {
        int number = headings.size() + 1;
        String id = id(heading);
        if (id.isEmpty()) {
          throw new Refused("register.rows.refused.column", number, shortened(heading));
        }
        if (!named.add(id)) {
          throw new Refused("register.rows.refused.twice", number, shortened(heading));
        }
        headings.add(heading.strip());
        columns.add(id);
      }
    }

    private String id(String heading) {
      return heading.strip().equals(ID)
          ? ID
          : known.stream()
              .filter(column -> column.isNamed(heading))
              .map(TableColumn::id)
              .findFirst()
              .orElse("");
    }
  }

  private static List<String> trimmed(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /** So much of a cell as a message shows. */
  static String shortened(String cell) {
    String line = cell.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }

  /** For storing. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("headings", headings);
    document.put("columns", columns);
    document.put(
        "lines",
        lines.stream()
            .map(line -> Map.of("number", String.valueOf(line.number()), "cells", line.cells()))
            .toList());
    return document;
  }

  /** As stored. */
  static EntryTable of(Values document) {
    return new EntryTable(
        document.texts("headings"),
        document.texts("columns"),
        document.rows("lines").stream()
            .map(line -> new Line(line.whole("number").orElse(0), line.texts("cells")))
            .toList());
  }
}
