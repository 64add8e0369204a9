package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file of a store while it is written; beside it stands a file with the SHA-256 digest of each of
 * its blocks, so that whoever reads a part need not read the rest to check it.
 */
final class StoreFile extends OutputStream {
  /** Bytes of a block. */
  static final int BLOCK = 4096;

  private static final String DIGESTS = ".sha256";
  private static final int ROOM = 256 * BLOCK;
  private final Path file;
  private final FileChannel channel;
  private final FileChannel digests;
  private final MessageDigest all = Digests.sha256();
  private final MessageDigest one = Digests.sha256();
  private final byte[] room = new byte[ROOM];
  private int used;
  private long size;

  StoreFile(Path file) throws IOException {
    this.file = file;
    this.channel = OwnersOnly.fresh(file);
    this.digests = OwnersOnly.fresh(digests(file));
  }

  /**
   * What is known of a file that was written.
   *
   * @param digest of the digests of its blocks, in hexadecimal digits
   */
  record Mark(String name, long size, String digest) {}

  static Path digests(Path file) {
    return file.resolveSibling(file.getFileName() + DIGESTS);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      int part = Math.min(ROOM - used, from + length - at);
      System.arraycopy(bytes, at, room, used, part);
      used += part;
      at += part;
      if (used == ROOM) {
        put();
      }
    }
  }

  /** Only the last time is less than whole blocks put. */
  private void put() throws IOException {
    for (int at = 0; at < used; at += BLOCK) {
      one.update(room, at, Math.min(BLOCK, used - at));
      byte[] digest = one.digest();
      all.update(digest);
      write(digests, digest, digest.length);
    }
    write(channel, room, used);
    size += used;
    used = 0;
  }

  private static void write(FileChannel to, byte[] bytes, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
    while (left.hasRemaining()) {
      to.write(left);
    }
  }

  /** Ends the file, on the disk. */
  Mark mark() throws IOException {
    put();
    channel.force(true);
    digests.force(true);
    close();
    Path name = file.getFileName();
    return new Mark(String.valueOf(name), size, HexFormat.of().formatHex(all.digest()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    digests.close();
  }
}
