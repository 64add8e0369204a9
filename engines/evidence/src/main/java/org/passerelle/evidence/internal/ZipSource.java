package org.passerelle.evidence.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.passerelle.evidence.Content;

/** The same container as {@link ZipWriter} writes, to be read. Not thread-safe. */
public final class ZipSource {
  private final List<ZipRecords.Entry> entries = new ArrayList<>();
  private final List<Content> segments = new ArrayList<>();
  private long at;

  /** Adds a file from memory. */
  public void add(String name, byte[] bytes) {
    begin(name, Measure.of(bytes));
    segments.add(() -> new ByteArrayInputStream(bytes));
  }

  /** Adds a file that was measured before, and is measured again while it is read. */
  public void add(String name, Measure.Taken expected, Content content) {
    begin(name, expected);
    segments.add(() -> new Measured(name, expected, content.open()));
  }

  private void begin(String name, Measure.Taken taken) {
    ZipRecords.Entry entry = new ZipRecords.Entry(name, taken.size(), taken.crc(), at);
    byte[] record = ZipRecords.local(entry);
    segments.add(() -> new ByteArrayInputStream(record));
    entries.add(entry);
    at += record.length + entry.size();
  }

  /** All of it, with the directory. */
  public InputStream open() {
    List<Content> all = new ArrayList<>(segments);
    byte[] directory = ZipRecords.directory(entries, at);
    all.add(() -> new ByteArrayInputStream(directory));
    return new Forward(all.iterator());
  }

  /** Opens one segment after the other. */
  private static final class Forward extends InputStream {
    private final Iterator<Content> rest;
    private InputStream now = InputStream.nullInputStream();

    Forward(Iterator<Content> rest) {
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int read = now.read(bytes, from, length);
      while (read < 0 && rest.hasNext()) {
        now.close();
        now = rest.next().open();
        read = now.read(bytes, from, length);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      now.close();
    }
  }

  /** Ends with an error if it is not what was measured before; no byte too many is handed on. */
  private static final class Measured extends InputStream {
    private final String name;
    private final Measure.Taken expected;
    private final InputStream in;
    private final Measure measure = new Measure();
    private long left;
    private boolean ended;

    Measured(String name, Measure.Taken expected, InputStream in) {
      this.name = name;
      this.expected = expected;
      this.in = in;
      this.left = expected.size();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        measure.add(bytes, from, read);
        left -= read;
      }
      // digests can be taken once, and are asked for at the end
      boolean ends = read < 0 && !ended;
      ended = ended || ends;
      if (left < 0 || (ends && !measure.taken().equals(expected))) {
        throw new IOException(
            "%s is not what was sealed.%nMaybe the exhibit was altered.".formatted(name));
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
