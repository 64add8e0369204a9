package org.passerelle.protect.sharing.htcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.refusal.Refused;
import org.passerelle.table.Rows;

/**
 * Converts rows of any kind of table: the first row contains the fields, each other row is a
 * record.
 */
final class TableRows implements Rows {
  private final Set<String> fields;
  private final ColumnNames names;
  private final Consumer<RawRow> rows;
  private final List<String> header = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private int count;

  TableRows(Set<String> fields, ColumnNames names, Consumer<RawRow> rows) {
    this.fields = fields;
    this.names = names;
    this.rows = rows;
  }

  /** Number of columns in the first row; 0 before it was read. */
  @Override
  public int width() {
    return header.size();
  }

  @Override
  public void take(List<String> record, int line) {
    if (header.isEmpty()) {
      readHeader(record, line);
      return;
    }
    count++;
    if (count > RecordFile.MOST_ROWS) {
      throw new Refused("htcds.refused.too-many", RecordFile.MOST_ROWS);
    }
    List<Fault> faults = new ArrayList<>();
    if (record.size() != header.size()) {
      faults.add(Fault.of(line, 0, "", "htcds.fault.columns", record.size(), header.size()));
      rows.accept(new RawRow(line, "", Map.of(), columns, faults));
      return;
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    String number = "";
    for (int i = 0; i < header.size(); i++) {
      String cell = record.get(i);
      String field = header.get(i);
      if (cell.isBlank() || field.isEmpty()) {
        continue;
      }
      if (cell.indexOf('\uFFFD') >= 0) {
        faults.add(Fault.of(line, i + 1, field, "htcds.fault.encoding"));
      } else if (field.equals(HtcdsFields.VERSION_COLUMN)) {
        HtcdsFields.checkVersion(cell, line);
      } else if (field.equals(HtcdsFields.NUMBER)) {
        number = cell.strip();
      } else {
        cells.put(field, List.of(cell));
      }
    }
    rows.accept(new RawRow(line, number, cells, columns, faults));
  }

  private void readHeader(List<String> record, int line) {
    for (int i = 0; i < record.size(); i++) {
      String field = names.field(record.get(i), fields);
      if (field.isEmpty()) {
        header.add(field);
        continue;
      }
      HtcdsFields.check(field, line, i + 1, fields);
      if (columns.putIfAbsent(field, i + 1) != null) {
        throw new Refused("htcds.refused.column-twice", line, i + 1, field);
      }
      header.add(field);
    }
  }

  /** Ends the table; one without records is refused. */
  void end() {
    if (count == 0) {
      throw new Refused("htcds.refused.no-rows");
    }
  }
}
