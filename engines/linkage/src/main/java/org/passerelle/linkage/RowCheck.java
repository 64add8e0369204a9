package org.passerelle.linkage;

import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** What a row must be before it is taken in. */
final class RowCheck {
  private RowCheck() {}

  /**
   * @param blank number of an empty line above, or 0
   * @param seen identifiers so far, with their rows; the row's own is added
   */
  static void row(
      CSVRecord row, List<String> header, String name, int id, long blank, Map<String, Long> seen) {
    if (blank > 0) {
      throw empty(name, blank);
    }
    if (row.size() != header.size()) {
      throw new BadRecords(
          "%s, row %d has %d columns; %d are expected, as in the first line. Maybe a value that holds"
                  .formatted(name, row.getRecordNumber(), row.size(), header.size())
              + " a separator needs quotation marks.");
    }
    boolean any = false;
    for (int c = 0; c < row.size(); c++) {
      String value = row.get(c);
      any |= !value.isBlank();
      if (value.length() > PersonTable.LONGEST_VALUE) {
        throw new BadRecords(
            "%s, row %d, column %s: a value of %d characters; at most %d are expected. Maybe a"
                    .formatted(
                        name,
                        row.getRecordNumber(),
                        header.get(c),
                        value.length(),
                        PersonTable.LONGEST_VALUE)
                + " quotation mark is missing.");
      }
    }
    if (!any) {
      throw empty(name, row.getRecordNumber());
    }
    String key = row.get(id).strip();
    if (key.isEmpty()) {
      throw new BadRecords(
          "%s, row %d has nothing in the column %s, which names the records. Maybe name another"
                  .formatted(name, row.getRecordNumber(), header.get(id))
              + " column with --id.");
    }
    Long before = seen.putIfAbsent(key, row.getRecordNumber());
    if (before != null) {
      throw new BadRecords(
          "%s: rows %d and %d are both called %s in the column %s. Maybe another column names the"
                  .formatted(name, before, row.getRecordNumber(), key, header.get(id))
              + " records: say which with --id.");
    }
  }

  private static BadRecords empty(String name, long row) {
    return new BadRecords(
        "%s, row %d is empty. Maybe delete it; nothing was written.".formatted(name, row));
  }
}
