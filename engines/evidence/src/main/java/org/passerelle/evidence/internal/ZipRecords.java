package org.passerelle.evidence.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The records of a ZIP (PKWARE APPNOTE 6.3.10) in the single form of a case file: stored, no flags,
 * no comments, 1 January 1980, and ZIP64 only where a number requires it. The same code generates
 * them for writing and for checking, so that every byte is determined.
 */
final class ZipRecords {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int PLAIN = 10;
  private static final int WITH_64 = 45;
  private static final int DATE = (1 << 5) | 1;
  private static final long LARGE = 0xffff_ffffL;
  private static final int MANY = 0xffff;
  private static final int ROOM = 256;

  private ZipRecords() {}

  /**
   * A file of the container.
   *
   * @param size size in bytes
   * @param crc CRC-32 of its bytes, unsigned
   * @param at offset of its local record
   */
  record Entry(String name, long size, long crc, long at) {}

  /** The record before the bytes of a file. */
  static byte[] local(Entry entry) {
    byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
    boolean large = entry.size() >= LARGE;
    ByteBuffer to = buffer(name.length).putInt(LOCAL);
    common(to, entry, large, large, name.length, large ? 20 : 0);
    to.put(name);
    if (large) {
      to.putShort((short) 1).putShort((short) 16).putLong(entry.size()).putLong(entry.size());
    }
    return bytes(to);
  }

  private static void common(
      ByteBuffer to, Entry entry, boolean with64, boolean large, int name, int extra) {
    int size = large ? (int) LARGE : (int) entry.size();
    to.putShort((short) (with64 ? WITH_64 : PLAIN)).putShort((short) 0).putShort((short) 0);
    to.putShort((short) 0).putShort((short) DATE).putInt((int) entry.crc());
    to.putInt(size).putInt(size).putShort((short) name).putShort((short) extra);
  }

  /** All records after the last file. */
  static byte[] directory(List<Entry> entries, long at) {
    ByteBuffer to = buffer(entries.size() * ROOM + ROOM);
    for (Entry entry : entries) {
      central(to, entry);
    }
    long length = to.position();
    boolean large = entries.size() >= MANY || at >= LARGE || length >= LARGE;
    if (large) {
      to.putInt(END_64).putLong(44).putShort((short) WITH_64).putShort((short) WITH_64);
      to.putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size());
      to.putLong(length).putLong(at);
      to.putInt(LOCATOR_64).putInt(0).putLong(at + length).putInt(1);
    }
    short many = (short) (large ? MANY : entries.size());
    to.putInt(END).putShort((short) 0).putShort((short) 0).putShort(many).putShort(many);
    to.putInt(large ? (int) LARGE : (int) length).putInt(large ? (int) LARGE : (int) at);
    to.putShort((short) 0);
    return bytes(to);
  }

  private static void central(ByteBuffer to, Entry entry) {
    byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
    boolean large = entry.size() >= LARGE;
    boolean far = entry.at() >= LARGE;
    int extra = (large ? 16 : 0) + (far ? 8 : 0);
    to.putInt(CENTRAL).putShort((short) (large || far ? WITH_64 : PLAIN));
    common(to, entry, large || far, large, name.length, extra == 0 ? 0 : extra + 4);
    to.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    to.putInt(far ? (int) LARGE : (int) entry.at()).put(name);
    if (extra > 0) {
      to.putShort((short) 1).putShort((short) extra);
      if (large) {
        to.putLong(entry.size()).putLong(entry.size());
      }
      if (far) {
        to.putLong(entry.at());
      }
    }
  }

  private static ByteBuffer buffer(int room) {
    return ByteBuffer.allocate(room + ROOM).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer filled) {
    byte[] bytes = new byte[filled.position()];
    filled.flip().get(bytes);
    return bytes;
  }
}
