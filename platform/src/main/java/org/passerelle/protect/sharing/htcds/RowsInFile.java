package org.passerelle.protect.sharing.htcds;

import java.util.HashMap;
import java.util.Map;

/** Remembers the first line of each record in a file; about 60 bytes per row. */
final class RowsInFile {
  private final Map<Long, Integer> lines = new HashMap<>();

  /**
   * The line of an earlier record with this hash, or 0 if this is the first, which is then
   * remembered.
   */
  int firstLine(String mark, int line) {
    Integer before = lines.putIfAbsent(Long.parseUnsignedLong(mark.substring(0, 16), 16), line);
    return before == null ? 0 : before;
  }
}
