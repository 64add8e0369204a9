package org.passerelle.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.storage.keys.OwnersOnly;

/**
 * The data folder: accessible to its owner only, used by one process at a time, and containing
 * either invented people or real ones.
 */
public final class DataFolder {
  private final Path folder;
  private final boolean demo;

  /** Locks held until the process ends; the operating system releases them even after a kill. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private final FileChannel lock;

  private DataFolder(Path folder, boolean demo, FileChannel lock) {
    this.folder = folder;
    this.demo = demo;
    this.lock = lock;
    HELD.add(lock);
  }

  /** Creates the folder if necessary and locks it. */
  public static DataFolder open(Path folder, boolean demo) {
    try {
      if (!Files.exists(folder)) {
        OwnersOnly.makeFolder(folder);
      }
      checkKind(folder, demo);
      Path log = folder.resolve("log");
      FileChannel lock = lock(folder);
      OwnersOnly.makeFolder(folder);
      OwnersOnly.makeFolder(log);
      // written by the database in older versions: contains values of rows in clear
      Files.deleteIfExists(folder.resolve("passerelle.trace.db"));
      return new DataFolder(folder, demo, lock);
    } catch (IOException e) {
      throw new BadInput(
          "The data folder %s cannot be created or written to (%s). Maybe choose another with --data."
              .formatted(folder, reason(e)));
    }
  }

  /** Marks the folder permanently, after all other checks have passed. */
  void mark() {
    try {
      Path mark = folder.resolve(demo ? "demo" : "real");
      if (!Files.exists(mark)) {
        Files.createFile(mark);
      }
    } catch (IOException e) {
      throw new BadInput(
          "The data folder %s cannot be written to (%s).".formatted(folder, reason(e)));
    }
  }

  /** Releases the lock, if the start failed. */
  void release() {
    try {
      HELD.remove(lock);
      lock.close();
    } catch (IOException e) {
      // released at the end of the process
    }
  }

  private static void checkKind(Path folder, boolean demo) {
    if (demo && Files.exists(folder.resolve("real"))) {
      throw new BadInput(
          "The folder %s contains real data, which a demonstration must not touch. Maybe choose another with --data."
              .formatted(folder));
    }
    if (!demo && Files.exists(folder.resolve("demo"))) {
      throw new BadInput(
          "The folder %s contains a demonstration and starts only with --demo. Maybe choose another with --data."
              .formatted(folder));
    }
    if (demo && !Files.exists(folder.resolve("demo")) && holdsDatabase(folder)) {
      throw new BadInput(
          "The folder %s contains data that are not marked as a demonstration. Maybe choose another with --data."
              .formatted(folder));
    }
  }

  static boolean holdsDatabase(Path folder) {
    return Files.exists(folder.resolve("passerelle.mv.db"));
  }

  /** Whether a running server has locked the folder. */
  static boolean inUse(Path folder) {
    if (!Files.exists(folder.resolve("lock"))) {
      return false;
    }
    try {
      lock(folder).close();
      return false;
    } catch (BadInput taken) {
      return true;
    } catch (IOException e) {
      throw new BadInput("The folder %s cannot be read (%s).".formatted(folder, reason(e)));
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // locked by this process
    }
    channel.close();
    throw new BadInput(
        "The folder %s is in use by a running Passerelle. Maybe stop it, or choose another with --data."
            .formatted(folder));
  }

  private static String reason(IOException failure) {
    return failure instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : failure instanceof java.nio.file.FileAlreadyExistsException
            ? "there is a file with that name"
            : BadInput.sentence(failure);
  }
}
