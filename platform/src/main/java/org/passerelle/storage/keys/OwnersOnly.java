package org.passerelle.storage.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that only their owner may read: keys and what they open, wherever it lies. The
 * file system must know owners, as those of Linux and macOS do.
 */
public final class OwnersOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersOnly() {}

  /** Makes an empty file; it must not be there. */
  public static Path makeFile(Path file) throws IOException {
    return Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
  }

  /** Makes a folder and those above it, or closes one that is there. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    Files.setPosixFilePermissions(folder, FOLDER);
  }

  /** Closes a folder and all in it, whoever made it. */
  public static void closeAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.toList()) {
        Files.setPosixFilePermissions(one, Files.isDirectory(one) ? FOLDER : FILE);
      }
    }
  }

  /** Whether anybody but the owner may read or write a file. */
  public static boolean opensToOthers(Path file) throws IOException {
    return !FOLDER.containsAll(Files.getPosixFilePermissions(file));
  }
}
