package org.passerelle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The folder of this run: files of its tests and their processes are in it and removed with it. A
 * killed process cannot clean up itself.
 */
final class RunFolder {
  private static final Path RUN = make();
  private static final Path TEMPORARY = RUN.resolve("tmp");
  private static final Queue<Process> STARTED = new ConcurrentLinkedQueue<>();

  private RunFolder() {}

  /** A new, unshared folder. */
  static Path fresh() {
    try {
      return Files.createTempDirectory(RUN, "test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Temporary folder for started processes. */
  static Path temporary() {
    return TEMPORARY;
  }

  /** Ends a process at the end of this run, before the folder is removed. */
  static Process endsWithIt(Process process) {
    STARTED.add(process);
    return process;
  }

  private static Path make() {
    try {
      Path run = Files.createTempDirectory("passerelle-e2e");
      // servers that run as another user (PostgreSQL does not start as root) need to traverse it
      Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x--x"));
      Files.createDirectory(run.resolve("tmp"));
      Runtime.getRuntime().addShutdownHook(new Thread(RunFolder::remove));
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove() {
    List<ProcessHandle> all =
        STARTED.stream()
            .map(Process::toHandle)
            .flatMap(one -> Stream.concat(one.descendants(), Stream.of(one)))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    // onExit() would wait for whoever has the number of an ended process by now
    Eventually.is("the servers end", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    try (Stream<Path> files = Files.walk(RUN)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
