package org.passerelle.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the test classes listed in a file, one after another, in this JVM, and appends the result of
 * each to a table ({@link Results}). Classes with a result are skipped, so that a restart after a
 * hanging test continues with the next class.
 *
 * <p>Arguments: module, file of classes (one per line, {@code Class#method} for one method), table
 * of results, seed, patience in seconds, excluded tags (separated by commas, or {@code none}).
 *
 * <p>Exit code 0: all ran, whatever their result; 2: bad input; 3: a test hung, and its class was
 * ended.
 */
public final class RunClasses {
  static final int HUNG = 3;

  private RunClasses() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 6) {
      System.err.println("RunClasses: six arguments are needed; see its Javadoc.");
      System.exit(2);
    }
    String module = arguments[0];
    Results results = new Results(module, Path.of(arguments[2]));
    Set<String> done = new HashSet<>(results.classes());
    List<String> classes = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      if (!line.isBlank() && !done.contains(line.strip())) {
        classes.add(line.strip());
      }
    }
    Seeds seeds = new Seeds(Long.parseLong(arguments[3]));
    Watch watch = new Watch(Duration.ofSeconds(Long.parseLong(arguments[4])), results);
    watch.start();
    // if a thread of a test or of the program dies, the running test fails
    Thread.setDefaultUncaughtExceptionHandler(watch::died);
    try (LauncherSession session = LauncherFactory.openSession()) {
      for (String name : classes) {
        run(session.getLauncher(), name, arguments[5], results, seeds, watch);
      }
    } catch (OutOfMemoryError e) {
      // the remaining classes run in another process, as after a hanging test
      e.printStackTrace();
      watch.broke(e);
    }
    // a thread left behind by a test must not keep the process alive
    System.exit(0);
  }

  private static void run(
      Launcher launcher, String name, String leftOut, Results results, Seeds seeds, Watch watch)
      throws IOException {
    DiscoverySelector selector =
        name.contains("#")
            ? DiscoverySelectors.selectMethod(name)
            : DiscoverySelectors.selectClass(name);
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request().selectors(selector).filters(seeds);
    if (!leftOut.equals("none")) {
      request.filters(TagFilter.excludeTags(leftOut.split(",", -1)));
    }
    LauncherDiscoveryRequest built = request.build();
    System.out.println("RUNNING " + name);
    Told told = new Told(results, watch);
    watch.begins(name);
    long began = System.nanoTime();
    launcher.execute(built, told);
    double seconds = (System.nanoTime() - began) / 1e9;
    int failed = told.failed() + watch.ends();
    results.ended(name, seconds, told.passed(), failed, told.skipped());
    // the line format of Maven Surefire, which people and programs can parse; it starts on a new
    // line, since tests may print without a line end
    System.out.printf(
        Locale.ROOT,
        "%nTests run: %d, Failures: %d, Errors: 0, Skipped: %d, Time elapsed: %.3f s -- in %s%n",
        told.passed() + failed + told.skipped(),
        failed,
        told.skipped(),
        seconds,
        name);
  }
}
