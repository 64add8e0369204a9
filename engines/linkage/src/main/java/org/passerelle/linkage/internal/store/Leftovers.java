package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.linkage.BadRecords;

/** Files of runs that were killed, and of segments that were replaced. */
final class Leftovers {
  static final String MODEL = "model";

  private static final Pattern OURS =
      Pattern.compile(
          "(\\d+\\.(rows|names|keys|terms|clusters)|model)(\\.sha256)?|manifest\\.part");

  private Leftovers() {}

  /** Removes what does not belong to the store; files that no store writes are left alone. */
  static void remove(Path folder, Manifest manifest) throws IOException {
    Set<String> belong = new HashSet<>();
    Stream.concat(
            Stream.of(manifest.model()),
            manifest.segments().stream().flatMap(p -> p.files().stream()))
        .map(StoreFile.Mark::name)
        .forEach(
            name -> {
              belong.add(name);
              belong.add(StoreFile.digests(Path.of(name)).toString());
            });
    for (Path file : files(folder)) {
      String name = name(file);
      if (OURS.matcher(name).matches() && !belong.contains(name)) {
        Files.delete(file);
      }
    }
  }

  /** Removes what a run left that was killed before there was a store; refuses anything else. */
  static void mustBeFree(Path folder) throws IOException {
    for (Path file : files(folder)) {
      String name = name(file);
      if (OURS.matcher(name).matches() && !Files.exists(folder.resolve(Manifest.NAME))) {
        Files.delete(file);
      } else if (!name.equals(StoreLock.NAME)) {
        throw new BadRecords(
            "%s is not empty (%s). Maybe specify another folder, or add to the store with --against."
                .formatted(folder, name));
      }
    }
  }

  /** Removes files. */
  interface Removal {
    void run() throws IOException;
  }

  /** Removes what a failure left, which is what is told. */
  static void clear(Removal removal, Exception failure) {
    try {
      removal.run();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadRecords("%s is no folder. Maybe specify another.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
