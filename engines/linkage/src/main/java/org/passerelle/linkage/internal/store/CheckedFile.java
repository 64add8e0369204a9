package org.passerelle.linkage.internal.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.linkage.BadRecords;

/**
 * A file of a store, any part of which can be read; each block is checked against its digest when
 * it is read. Not for several threads.
 */
final class CheckedFile implements AutoCloseable {
  private static final int MOST_REMEMBERED = 8192;
  private final StoreFile.Mark mark;
  private final FileChannel channel;
  private final byte[] digests;
  private final MessageDigest sha256 = Digests.sha256();

  private final Map<Long, byte[]> blocks =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /**
   * Opens a file.
   *
   * @throws BadRecords if it is not the one that was written
   */
  CheckedFile(Path folder, StoreFile.Mark mark) throws IOException {
    Path file = folder.resolve(mark.name());
    this.mark = mark;
    this.digests = Files.readAllBytes(StoreFile.digests(file));
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    long expected = (mark.size() + StoreFile.BLOCK - 1) / StoreFile.BLOCK * Digests.LENGTH;
    if (channel.size() != mark.size()
        || digests.length != expected
        || !HexFormat.of().formatHex(sha256.digest(digests)).equals(mark.digest())) {
      channel.close();
      throw changed();
    }
  }

  private BadRecords changed() {
    return new BadRecords(
        "The file %s of the store is not as it was written. Maybe the disk is damaged; make the store anew from the lists, or from a copy."
            .formatted(mark.name()));
  }

  long size() {
    return mark.size();
  }

  byte[] read(long from, int length) throws IOException {
    if (from < 0 || length < 0 || from + length > size()) {
      throw new EOFException("%s ends at %d.".formatted(mark.name(), size()));
    }
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      long at = from + done;
      byte[] block = block(at / StoreFile.BLOCK);
      int within = (int) (at % StoreFile.BLOCK);
      int part = Math.min(length - done, block.length - within);
      System.arraycopy(block, within, bytes, done, part);
      done += part;
    }
    return bytes;
  }

  long number(long from) throws IOException {
    int within = (int) (from % StoreFile.BLOCK);
    return within <= StoreFile.BLOCK - Long.BYTES && from + Long.BYTES <= size()
        ? ByteBuffer.wrap(block(from / StoreFile.BLOCK)).getLong(within)
        : ByteBuffer.wrap(read(from, Long.BYTES)).getLong();
  }

  private byte[] block(long number) throws IOException {
    byte[] known = blocks.get(number);
    if (known != null) {
      return known;
    }
    long from = number * StoreFile.BLOCK;
    byte[] block = new byte[(int) Math.min(StoreFile.BLOCK, size() - from)];
    ByteBuffer into = ByteBuffer.wrap(block);
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw changed();
      }
    }
    int at = (int) number * Digests.LENGTH;
    if (!Arrays.equals(
        sha256.digest(block), Arrays.copyOfRange(digests, at, at + Digests.LENGTH))) {
      throw changed();
    }
    blocks.put(number, block);
    return block;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
