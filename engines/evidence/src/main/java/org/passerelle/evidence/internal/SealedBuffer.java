package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Bytes that are written and read anywhere, on the pages of a {@link SealedScratch}. */
final class SealedBuffer implements RandomAccess {
  private static final int SMALLEST = 1 << 10;
  private static final int MASK = 0xff;
  private final SealedScratch scratch;
  private int[] numbers = new int[1];
  private long[] nonces = new long[1];
  private byte[] page = new byte[SMALLEST];
  private int current;
  private boolean changed;
  private long size;
  private long at;
  private boolean closed;

  SealedBuffer(SealedScratch scratch) {
    this.scratch = scratch;
    Arrays.fill(numbers, -1);
  }

  @Override
  public int read() throws IOException {
    refuseClosed();
    if (at >= size) {
      return -1;
    }
    turnTo((int) (at / SealedScratch.PAGE));
    return page[(int) (at++ % SealedScratch.PAGE)] & MASK;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    refuseClosed();
    if (at >= size) {
      return length == 0 ? 0 : -1;
    }
    turnTo((int) (at / SealedScratch.PAGE));
    int from = (int) (at % SealedScratch.PAGE);
    int n = (int) Math.min(Math.min(length, SealedScratch.PAGE - from), size - at);
    System.arraycopy(page, from, to, offset, n);
    at += n;
    return n;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from) throws IOException {
    write(from, 0, from.length);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    refuseClosed();
    int done = 0;
    while (done < length) {
      turnTo((int) (at / SealedScratch.PAGE));
      int to = (int) (at % SealedScratch.PAGE);
      int n = Math.min(length - done, SealedScratch.PAGE - to);
      roomFor(to + n);
      System.arraycopy(from, offset + done, page, to, n);
      changed = true;
      done += n;
      at += n;
      size = Math.max(size, at);
    }
  }

  private void roomFor(int length) {
    if (length > page.length) {
      page = Arrays.copyOf(page, Math.min(SealedScratch.PAGE, Math.max(length, 2 * page.length)));
    }
  }

  private void turnTo(int wanted) throws IOException {
    if (wanted == current) {
      return;
    }
    if (changed) {
      if (numbers[current] < 0) {
        numbers[current] = scratch.newPage();
      }
      roomFor(SealedScratch.PAGE);
      nonces[current] = scratch.write(numbers[current], page);
      changed = false;
    }
    if (wanted >= numbers.length) {
      int before = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(wanted + 1, 2 * before));
      nonces = Arrays.copyOf(nonces, numbers.length);
      Arrays.fill(numbers, before, numbers.length, -1);
    }
    page =
        numbers[wanted] < 0
            ? new byte[SealedScratch.PAGE]
            : scratch.read(numbers[wanted], nonces[wanted]);
    current = wanted;
  }

  @Override
  public void clear() throws IOException {
    refuseClosed();
    size = 0;
    at = 0;
  }

  @Override
  public long getPosition() throws IOException {
    refuseClosed();
    return at;
  }

  /** As for other buffers of the library, a place beyond the end is the end. */
  @Override
  public void seek(long position) throws IOException {
    refuseClosed();
    if (position < 0) {
      throw new IOException("There is no byte " + position + ".");
    }
    at = Math.min(position, size);
  }

  @Override
  public long length() throws IOException {
    refuseClosed();
    return size;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() throws IOException {
    refuseClosed();
    return at >= size;
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    refuseClosed();
    return new RandomAccessReadView(this, start, length);
  }

  private void refuseClosed() throws IOException {
    if (closed) {
      throw new IOException("This buffer is closed.");
    }
  }

  @Override
  public void close() {
    closed = true;
    page = new byte[0];
  }

  /** Copies a source, so that it can be read anywhere. */
  static RandomAccessRead copyOf(InputStream in, SealedScratch scratch) throws IOException {
    SealedBuffer copy = new SealedBuffer(scratch);
    byte[] step = new byte[SealedScratch.PAGE];
    for (int n = in.read(step); n >= 0; n = in.read(step)) {
      copy.write(step, 0, n);
    }
    copy.seek(0);
    return copy;
  }
}
