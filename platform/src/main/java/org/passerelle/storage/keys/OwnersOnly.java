package org.passerelle.storage.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that only their owner may read: keys, and files that lead to keys, anywhere on
 * the disk. The file system must support owners, as those of Linux and macOS do.
 */
public final class OwnersOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersOnly() {}

  /** Creates an empty file; it must not exist. */
  public static Path makeFile(Path file) throws IOException {
    return Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
  }

  /** Creates a folder and its parents, or restricts an existing one to its owner. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    Files.setPosixFilePermissions(folder, FOLDER);
  }

  /** Restricts a folder and everything in it to its owner. */
  public static void closeAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.toList()) {
        Files.setPosixFilePermissions(one, Files.isDirectory(one) ? FOLDER : FILE);
      }
    }
  }

  /** Whether others than the owner may read or write a file. */
  public static boolean opensToOthers(Path file) throws IOException {
    return !FOLDER.containsAll(Files.getPosixFilePermissions(file));
  }
}
