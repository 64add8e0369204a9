package org.passerelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files below the {@code src} folders of all modules. Folders in which builds and servers write
 * are not entered: what vanishes there while it is walked is nobody's fault.
 */
final class SourceFiles {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> OTHERS = Set.of("target", "var", "node_modules");

  private SourceFiles() {}

  /** From the root of the repository, with {@code /} between folders. */
  static List<String> all() {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
              String name = folder.equals(ROOT) ? "" : String.valueOf(folder.getFileName());
              return OTHERS.contains(name) || name.startsWith(".")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
              String path = ROOT.relativize(file).toString().replace('\\', '/');
              if (path.contains("src/")) {
                files.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Where one of them lies. */
  static Path at(String path) {
    return ROOT.resolve(path);
  }
}
