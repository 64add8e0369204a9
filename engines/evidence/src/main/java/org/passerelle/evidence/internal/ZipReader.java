package org.passerelle.evidence.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.evidence.Digests;

/**
 * Reads a container once from beginning to end and accounts for every byte: each byte outside a
 * file must be what {@link ZipRecords} would have written. Not thread-safe.
 */
public final class ZipReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,120}");
  private static final int FIXED = 30;
  private static final int LOCAL = 0x04034b50;
  private static final long LARGE = 0xffff_ffffL;
  private static final int BUFFER = 1 << 18;
  private static final int MOST_ENTRIES = 100_000;

  private ZipReader() {}

  /** Receives the files. */
  public interface Reader {
    /** The destination for the bytes of the next file, besides being measured. */
    OutputStream open(String name, long size) throws IOException;

    /**
     * A file has ended.
     *
     * @param summed whether the checksum preceding the file matches its bytes
     */
    void closed(String name, OutputStream out, Digests digests, boolean summed) throws IOException;
  }

  /** A container with a different layout; the message says where. */
  public static final class Otherwise extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean cut;

    Otherwise(boolean cut, String sentence) {
      super(sentence);
      this.cut = cut;
    }

    /** Whether the container is truncated. */
    public boolean cut() {
      return cut;
    }
  }

  /**
   * Reads a container to its end and closes it; files before a departure have already been
   * delivered.
   */
  public static void read(InputStream container, Reader reader) throws IOException, Otherwise {
    try (InputStream in = new BufferedInputStream(container, BUFFER)) {
      List<ZipRecords.Entry> entries = new ArrayList<>();
      long at = 0;
      byte[] fixed = fully(in, FIXED, at);
      while (number(fixed, 0) == LOCAL) {
        at = entry(in, fixed, at, entries, reader);
        if (entries.size() > MOST_ENTRIES) {
          throw new Otherwise(
              false,
              "it contains more than %d files, which no case file does.".formatted(MOST_ENTRIES));
        }
        fixed = upTo(in, FIXED);
        if (fixed.length < Integer.BYTES) {
          throw new Otherwise(true, "it ends at byte %d, without its directory.".formatted(at));
        }
      }
      directory(in, fixed, at, ZipRecords.directory(entries, at));
    } catch (EOFException e) {
      throw new Otherwise(true, String.valueOf(e.getMessage()));
    }
  }

  private static void directory(InputStream in, byte[] begun, long at, byte[] expected)
      throws IOException, Otherwise {
    byte[] rest = upTo(in, expected.length - begun.length + 1);
    byte[] found = Arrays.copyOf(begun, begun.length + rest.length);
    System.arraycopy(rest, 0, found, begun.length, rest.length);
    int same = Arrays.mismatch(found, expected);
    if (same >= 0) {
      throw new Otherwise(
          same == found.length,
          same == expected.length
              ? "there is something after its end, at byte %d.".formatted(at + same)
              : "its directory differs from byte %d on.".formatted(at + same));
    }
  }

  private static long entry(
      InputStream in, byte[] fixed, long at, List<ZipRecords.Entry> entries, Reader reader)
      throws IOException, Otherwise {
    if (fixed.length < FIXED) {
      throw new EOFException("it ends within the record at byte %d.".formatted(at));
    }
    int nameLength = half(fixed, 26);
    int extra = half(fixed, 28);
    byte[] varying = fully(in, nameLength + extra, at);
    String name = new String(varying, 0, nameLength, StandardCharsets.ISO_8859_1);
    if (!NAME.matcher(name).matches() || name.contains("..") || name.startsWith("/")) {
      throw new Otherwise(
          false, "the name of the file at byte %d is not permitted in a case file.".formatted(at));
    }
    long size = number(fixed, 22) & LARGE;
    if (size == LARGE && extra >= 12) {
      size = ByteBuffer.wrap(varying).order(ByteOrder.LITTLE_ENDIAN).getLong(nameLength + 4);
    }
    if (size < 0) {
      throw new Otherwise(false, "the file at byte %d has a negative size.".formatted(at));
    }
    ZipRecords.Entry entry = new ZipRecords.Entry(name, size, number(fixed, 14) & LARGE, at);
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    found.write(fixed);
    found.write(varying);
    int same = Arrays.mismatch(found.toByteArray(), ZipRecords.local(entry));
    if (same >= 0) {
      throw new Otherwise(
          false, "the record of the file %s differs at byte %d.".formatted(name, at + same));
    }
    content(in, entry, reader);
    entries.add(entry);
    return at + FIXED + varying.length + size;
  }

  /** A changed file has a wrong checksum: this is reported for the file, not for the layout. */
  private static void content(InputStream in, ZipRecords.Entry entry, Reader reader)
      throws IOException {
    try (OutputStream out = reader.open(entry.name(), entry.size())) {
      Measure measure = new Measure();
      byte[] step = new byte[1 << 16];
      long left = entry.size();
      while (left > 0) {
        int n = in.read(step, 0, (int) Math.min(step.length, left));
        if (n < 0) {
          throw new EOFException(
              "it ends within the file %s, which begins at byte %d."
                  .formatted(entry.name(), entry.at()));
        }
        measure.add(step, 0, n);
        out.write(step, 0, n);
        left -= n;
      }
      Measure.Taken taken = measure.taken();
      reader.closed(entry.name(), out, taken.digests(), taken.crc() == entry.crc());
    }
  }

  private static byte[] fully(InputStream in, int length, long at) throws IOException {
    byte[] bytes = upTo(in, length);
    if (bytes.length < length) {
      throw new EOFException("it ends within the record at byte %d.".formatted(at));
    }
    return bytes;
  }

  private static byte[] upTo(InputStream in, int length) throws IOException {
    return in.readNBytes(length);
  }

  private static int number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private static int half(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xffff;
  }
}
