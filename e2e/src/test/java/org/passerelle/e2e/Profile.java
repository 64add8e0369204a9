package org.passerelle.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A browser with a persistent profile, like that of a phone: it can be killed, opened again, and
 * its profile copied to another machine.
 */
final class Profile implements AutoCloseable {
  private static final Path BROWSER = Path.of(System.getProperty("passerelle.chromium", ""));
  private final Path folder;
  private final Playwright playwright = Playwright.create();
  private @Nullable BrowserContext context;

  Profile(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Opens the browser, and its single page. */
  Page open() {
    BrowserContext opened =
        playwright
            .chromium()
            .launchPersistentContext(
                folder,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(BROWSER)
                    .setHeadless(true)
                    .setTimeout(Eventually.MILLISECONDS)
                    .setLocale("en")
                    .setViewportSize(375, 812)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--in-process-gpu",
                            "--renderer-process-limit=1",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    opened.setDefaultTimeout(Eventually.MILLISECONDS);
    context = opened;
    return opened.pages().isEmpty() ? opened.newPage() : opened.pages().get(0);
  }

  /** Kills the browser with all its processes, like removing the battery. */
  void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
    Eventually.is("the browser is dead", () -> processes().isEmpty());
    context = null;
  }

  private List<ProcessHandle> processes() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      List<ProcessHandle> browsers = all.filter(this::isBrowser).toList();
      return Stream.concat(browsers.stream(), browsers.stream().flatMap(ProcessHandle::descendants))
          .distinct()
          .toList();
    }
  }

  private boolean isBrowser(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(List::of)
        .orElse(List.of())
        .contains("--user-data-dir=" + folder);
  }

  /** A copy of the profile on disk, as somebody would take it to another machine. */
  Profile copied(Path to) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        Path there = to.resolve(folder.relativize(one));
        if (Files.isDirectory(one)) {
          Files.createDirectories(there);
        } else if (Files.isRegularFile(one)) {
          Files.copy(one, there);
        }
      }
    }
    return new Profile(to);
  }

  /** Closes the browser properly, so that it writes pending data. */
  void shut() {
    BrowserContext open = context;
    if (open != null) {
      open.close();
      context = null;
      // a helper process of the browser may still write to the folder that is read next
      Eventually.is("the browser has ended", () -> processes().isEmpty());
    }
  }

  @Override
  public void close() {
    shut();
    playwright.close();
  }
}
