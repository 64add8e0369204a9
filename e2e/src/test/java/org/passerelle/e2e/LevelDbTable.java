package org.passerelle.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The blocks of a table of <a
 * href="https://github.com/google/leveldb/blob/main/doc/table_format.md">LevelDB</a>, decompressed.
 */
final class LevelDbTable {
  private static final byte[] MAGIC = {
    0x57, (byte) 0xfb, (byte) 0x80, (byte) 0x8b, 0x24, 0x75, 0x47, (byte) 0xdb
  };
  private static final int FOOTER = 48;
  private final byte[] content;
  private int at;

  private LevelDbTable(byte[] content) {
    this.content = content;
  }

  /** Its data blocks; empty if it is not such a table. */
  static List<byte[]> blocks(byte[] content) {
    int end = content.length;
    if (end < FOOTER
        || !Arrays.equals(MAGIC, Arrays.copyOfRange(content, end - MAGIC.length, end))) {
      return List.of();
    }
    return new LevelDbTable(content).all();
  }

  private List<byte[]> all() {
    at = content.length - FOOTER;
    number();
    number();
    byte[] index = block((int) number(), (int) number());
    List<byte[]> blocks = new ArrayList<>();
    LevelDbTable entries = new LevelDbTable(index);
    int restarts = 4 * (1 + little(index, index.length - 4));
    while (entries.at < index.length - restarts) {
      entries.number();
      int key = (int) entries.number();
      int value = (int) entries.number();
      entries.at += key;
      int next = entries.at + value;
      blocks.add(block((int) entries.number(), (int) entries.number()));
      entries.at = next;
    }
    return blocks;
  }

  private byte[] block(int from, int length) {
    return content[from + length] == 1
        ? Snappy.open(Arrays.copyOfRange(content, from, from + length), 0)
        : Arrays.copyOfRange(content, from, from + length);
  }

  private long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int part = content[at++] & 255;
      number |= (long) (part & 127) << shift;
      if (part < 128) {
        return number;
      }
    }
  }

  private static int little(byte[] from, int at) {
    return (from[at] & 255)
        | ((from[at + 1] & 255) << 8)
        | ((from[at + 2] & 255) << 16)
        | ((from[at + 3] & 255) << 24);
  }
}
