package org.passerelle.evidence.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a container sequentially, one file at a time. Not thread-safe. */
public final class ZipWriter implements Closeable {
  private static final int BUFFER = 1 << 18;
  private final OutputStream out;
  private final List<ZipRecords.Entry> entries = new ArrayList<>();
  private long at;

  /** Writes to a stream, which is closed with the writer. */
  public ZipWriter(OutputStream to) {
    out = new BufferedOutputStream(to, BUFFER);
  }

  /** Adds a file from memory. */
  public void add(String name, byte[] bytes) throws IOException {
    begin(name, Measure.of(bytes));
    out.write(bytes);
  }

  /**
   * Adds a file that was measured before, and measures it again while writing.
   *
   * @return whether it is unchanged; otherwise the output is worthless
   */
  public boolean add(String name, Measure.Taken expected, InputStream in) throws IOException {
    begin(name, expected);
    return Measure.of(in, out).equals(expected);
  }

  private void begin(String name, Measure.Taken taken) throws IOException {
    ZipRecords.Entry entry = new ZipRecords.Entry(name, taken.size(), taken.crc(), at);
    byte[] record = ZipRecords.local(entry);
    out.write(record);
    entries.add(entry);
    at += record.length + entry.size();
  }

  /** Writes the directory, after the last file. */
  public void end() throws IOException {
    out.write(ZipRecords.directory(entries, at));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
