package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.BadRecords;

/** Keeps a store to one process; given back when the process ends, however it ends. */
final class StoreLock implements AutoCloseable {
  static final String NAME = "lock";
  private final Path folder;
  private final FileChannel channel;

  private StoreLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** What is locked. */
  Path folder() {
    return folder;
  }

  /**
   * Takes the lock.
   *
   * @throws BadRecords if another has it
   */
  static StoreLock of(Path folder) throws IOException {
    FileChannel channel = OwnersOnly.fresh(folder.resolve(NAME));
    if (locked(channel) == null) {
      channel.close();
      throw new BadRecords(
          "Another process is working with the store %s. Maybe wait until it has ended."
              .formatted(folder));
    }
    return new StoreLock(folder, channel);
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
