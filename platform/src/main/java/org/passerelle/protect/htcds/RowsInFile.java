package org.passerelle.protect.htcds;

import java.util.HashMap;
import java.util.Map;

/** In which line of a file a record stood first; about 60 bytes a row. */
final class RowsInFile {
  private final Map<Long, Integer> lines = new HashMap<>();

  /**
   * The line in which a record with this mark stood before, or 0 if this is the first; then this
   * line is remembered.
   */
  int firstLine(String mark, int line) {
    Integer before = lines.putIfAbsent(Long.parseUnsignedLong(mark.substring(0, 16), 16), line);
    return before == null ? 0 : before;
  }
}
